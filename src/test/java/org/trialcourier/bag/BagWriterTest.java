// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Sha256;

class BagWriterTest {
    private static final UUID ID = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final Map<String, String> INFO = Map.of("Bagging-Date", "2026-11-22", "Bag-Software-Agent", "Test");

    @TempDir
    Path temp;

    @Test
    void unpackedIntoOneFolderThePartsAreAValidBag() throws Exception {
        SealedBag bag = write(temp.resolve("spool"), files(40, 7), new Packing(0, 100_000));
        Path unpacked = unpack(temp.resolve("spool"), bag);

        Map<String, String> manifest = manifest(unpacked.resolve("manifest-sha256.txt"));
        assertThat(manifest).hasSize(41).containsKey("data/submission.json");
        check(unpacked, manifest);
        Map<String, String> tags = manifest(unpacked.resolve("tagmanifest-sha256.txt"));
        assertThat(tags).containsOnlyKeys("bagit.txt", "bag-info.txt", "manifest-sha256.txt");
        check(unpacked, tags);
        try (Stream<Path> all = Files.walk(unpacked.resolve("data"))) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(41);
        }
        long bytes = 0;
        for (String path : manifest.keySet()) {
            bytes += Files.size(unpacked.resolve(path));
        }
        assertThat(Files.readString(unpacked.resolve("bag-info.txt")))
                .isEqualTo("Bag-Software-Agent: Test\nBagging-Date: 2026-11-22\nExternal-Identifier: " + ID
                        + "\nPayload-Oxum: " + bytes + ".41\n");
        assertThat(bag.payloadBytes()).isEqualTo(bytes);
        assertThat(bag.payloadFiles()).isEqualTo(41);
        assertThat(bag.manifestSha256()).isEqualTo(hash(unpacked.resolve("manifest-sha256.txt")));
        assertThat(Files.readString(unpacked.resolve("bagit.txt")))
                .isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }

    @Test
    void theManifestIsSortedWhateverTheOrderOfTheFiles() throws Exception {
        SealedBag bag = write(temp.resolve("a"), files(30, 3), new Packing(0, 1 << 20));
        List<String> paths =
                new ArrayList<>(manifest(unpack(temp.resolve("a"), bag).resolve("manifest-sha256.txt"))
                        .keySet());
        List<String> sorted = new ArrayList<>(paths);
        Collections.sort(sorted);
        assertThat(paths).isEqualTo(sorted);
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws Exception {
        for (int level : new int[] {0, 1, 6}) {
            SealedBag first = write(temp.resolve("first" + level), files(25, 5), new Packing(level, 50_000));
            SealedBag second = write(temp.resolve("second" + level), files(25, 5), new Packing(level, 50_000));
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void theBytesDoNotDependOnTheTimeZone() throws Exception {
        SealedBag here = write(temp.resolve("here"), files(3, 5), new Packing(1, 50_000));
        java.util.TimeZone zone = java.util.TimeZone.getDefault();
        try {
            java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(write(temp.resolve("there"), files(3, 5), new Packing(1, 50_000)))
                    .isEqualTo(here);
        } finally {
            java.util.TimeZone.setDefault(zone);
        }
    }

    @Test
    void aPartHoldsAtMostItsPayloadAndALargerFileHasAPartOfItsOwn() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int[] sizes = {400, 500, 200, 5000, 10, 990};
        for (int i = 0; i < sizes.length; i++) {
            files.put("data/1.2/3.4/" + i + ".dcm", bytes(sizes[i], i));
        }
        SealedBag bag = write(temp.resolve("spool"), files, new Packing(0, 1000));
        List<List<String>> entries = new ArrayList<>();
        for (PartInfo part : bag.parts()) {
            try (ZipFile zip =
                    new ZipFile(temp.resolve("spool").resolve(part.fileName()).toFile())) {
                entries.add(zip.stream()
                        .map(ZipEntry::getName)
                        .map(name -> name.replaceAll(".*/", ""))
                        .toList());
            }
        }
        assertThat(entries)
                .containsExactly(
                        List.of("0.dcm", "1.dcm"),
                        List.of("2.dcm"),
                        List.of("3.dcm"),
                        List.of("4.dcm", "5.dcm"),
                        List.of(
                                "submission.json",
                                "bag-info.txt",
                                "bagit.txt",
                                "manifest-sha256.txt",
                                "tagmanifest-sha256.txt"));
    }

    @Test
    void partInfoIsThatOfTheFileOnDisk() throws Exception {
        Path spool = temp.resolve("spool");
        SealedBag bag = write(spool, files(20, 9), new Packing(6, 30_000));
        assertThat(bag.parts()).hasSizeGreaterThan(3);
        for (PartInfo part : bag.parts()) {
            assertThat(Files.size(spool.resolve(part.fileName()))).isEqualTo(part.size());
            assertThat(hash(spool.resolve(part.fileName()))).isEqualTo(part.sha256());
        }
        try (Stream<Path> all = Files.list(spool)) {
            assertThat(all).hasSize(bag.parts().size());
        }
    }

    @Test
    void filesThatShrinkAreDeflatedAndOthersStored() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("data/1/1/smooth.dcm", new byte[700_000]);
        files.put("data/1/1/noise.dcm", bytes(700_000, 1));
        files.put("data/1/1/empty.dcm", new byte[0]);
        SealedBag bag = write(temp.resolve("spool"), files, new Packing(6, 10 << 20));
        Path part = temp.resolve("spool").resolve(bag.parts().getFirst().fileName());
        try (ZipFile zip = new ZipFile(part.toFile())) {
            assertThat(entry(zip, "data/1/1/smooth.dcm").getMethod()).isEqualTo(ZipEntry.DEFLATED);
            assertThat(entry(zip, "data/1/1/noise.dcm").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(entry(zip, "data/1/1/empty.dcm").getMethod()).isEqualTo(ZipEntry.STORED);
        }
        Path unpacked = unpack(temp.resolve("spool"), bag);
        check(unpacked, manifest(unpacked.resolve("manifest-sha256.txt")));
    }

    @Test
    void whatAStoppedRunLeftIsRemovedFirst() throws Exception {
        Path spool = Files.createDirectories(temp.resolve("spool"));
        Files.writeString(spool.resolve("part-001.zip.tmp"), "half");
        Files.writeString(spool.resolve("part-009.zip"), "stale");
        SealedBag bag = write(spool, files(2, 1), new Packing(0, 1 << 20));
        try (Stream<Path> all = Files.list(spool)) {
            assertThat(all.map(file -> file.getFileName().toString())).containsExactly("part-001.zip");
        }
        assertThat(bag.parts()).hasSize(1);
    }

    @Test
    void aBagThatIsNotSealedLeavesNothing() throws Exception {
        Path spool = temp.resolve("spool");
        try (BagWriter writer = new BagWriter(spool, ID, new Packing(0, 10))) {
            writer.add("data/1/2/3.dcm", 5, out -> out.write(bytes(5, 1)));
            writer.add("data/1/2/4.dcm", 50, out -> out.write(bytes(50, 1)));
        }
        try (Stream<Path> all = Files.list(spool)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void aContentOfAnotherSizeIsRefused() throws Exception {
        for (int size : new int[] {9, 11}) {
            try (BagWriter writer = new BagWriter(temp.resolve("spool" + size), ID, new Packing(0, 100))) {
                assertThatThrownBy(() -> writer.add("data/1/2/3.dcm", 10, out -> out.write(new byte[size])))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aPathThatLeavesTheBagOrIsNotPlainIsRefused() throws Exception {
        try (BagWriter writer = new BagWriter(temp.resolve("spool"), ID, new Packing(0, 100))) {
            for (String path : List.of(
                    "x.dcm",
                    "data/../x",
                    "data//x",
                    "data/a b",
                    "data/%41",
                    "/data/x",
                    "data/.hidden",
                    "data/x\n",
                    "data\\x",
                    "data/",
                    "data/submission.json")) {
                assertThatThrownBy(() -> writer.add(path, 1, out -> out.write(1)))
                        .as(path)
                        .isInstanceOf(IllegalArgumentException.class);
            }
            writer.add("data/1/A.dcm", 1, out -> out.write(1));
            assertThatThrownBy(() -> writer.add("data/1/a.dcm", 1, out -> out.write(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFileThatTheDiskHasNoRoomForIsRefusedBeforeItIsWritten() throws Exception {
        try (BagWriter writer = new BagWriter(temp.resolve("spool"), ID, new Packing(0, 100))) {
            assertThatThrownBy(() -> writer.add("data/1/2/3.dcm", Long.MAX_VALUE / 2, out -> {}))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.DiskFull.class));
        }
    }

    private SealedBag write(Path folder, Map<String, byte[]> files, Packing packing) throws Exception {
        try (BagWriter writer = new BagWriter(folder, ID, packing)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] data = file.getValue();
                String hash = writer.add(file.getKey(), data.length, out -> {
                    int half = data.length / 2;
                    out.write(data, 0, half);
                    out.write(data, half, data.length - half);
                });
                assertThat(hash).isEqualTo(Sha256.hex(data));
            }
            return writer.seal("{\"schema\":1}".getBytes(StandardCharsets.UTF_8), INFO);
        }
    }

    private static Map<String, byte[]> files(int count, long seed) {
        Random random = new Random(seed);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[random.nextInt(20_000)];
            if (random.nextBoolean()) {
                random.nextBytes(data);
            }
            files.put("data/2.25." + random.nextInt(3) + "/2.25.9/2.25." + Math.abs(random.nextLong()) + ".dcm", data);
        }
        return files;
    }

    private Path unpack(Path spool, SealedBag bag) throws IOException {
        Path target = Files.createDirectories(temp.resolve("unpacked"));
        for (PartInfo part : bag.parts()) {
            try (ZipFile zip = new ZipFile(spool.resolve(part.fileName()).toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    Path file = target.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
        return target;
    }

    private static Map<String, String> manifest(Path file) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            lines.put(line.substring(66), line.substring(0, 64));
        }
        return lines;
    }

    private static void check(Path bag, Map<String, String> manifest) throws IOException {
        for (Map.Entry<String, String> line : manifest.entrySet()) {
            assertThat(hash(bag.resolve(line.getKey()))).as(line.getKey()).isEqualTo(line.getValue());
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        return java.util.Objects.requireNonNull(zip.getEntry(name));
    }

    private static String hash(Path file) throws IOException {
        return Sha256.hex(Files.readAllBytes(file));
    }

    private static byte[] bytes(int size, long seed) {
        byte[] data = new byte[size];
        new Random(seed).nextBytes(data);
        return data;
    }
}

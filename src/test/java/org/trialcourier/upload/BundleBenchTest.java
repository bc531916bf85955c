// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.bag.BagWriter;
import org.trialcourier.bag.Packing;
import org.trialcourier.bag.SealedBag;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.faults.FaultProxy;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;

/** What packing gains: many small images, and images that shrink. Packing counts into our own time. */
@Tag("bench")
class BundleBenchTest {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int IMAGES = Integer.getInteger("bench.images", 2000);
    private static final int SMALL = 64 << 10;
    private static final long TEN_MBIT = 1_250_000;

    @TempDir
    Path folder;

    @Test
    void manySmallImagesAgainstTusJsClientWithOneUploadEach() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        byte[] image = new byte[SMALL];
        for (int i = 0; i < IMAGES; i++) {
            new Random(i).nextBytes(image);
            Files.write(source.resolve(i + ".dcm"), image);
        }
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (Peer server = Peer.node("tus-server.mjs", folder.resolve("store").toString())) {
            URI url = URI.create("http://127.0.0.1:" + server.port() + "/files");
            for (int round = 0; round < ROUNDS; round++) {
                theirs.add(seconds(() -> each(url, source)));
                ours.add(seconds(() -> bundle(url, files(source), 1)));
            }
        }
        double ratio = median(theirs) / median(ours);
        report(IMAGES + " images of 64 KiB", ours, "tus-js-client", theirs, ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(3);
    }

    @Test
    void uncompressedImagesOverASlowLineAgainstTheLineItself() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        long bytes = 0;
        for (int i = 0; i < 24; i++) {
            byte[] slice = slice(i);
            Files.write(source.resolve(i + ".dcm"), slice);
            bytes += slice.length;
        }
        try (Peer server = Peer.node("tus-server.mjs", folder.resolve("store").toString());
                FaultProxy proxy = new FaultProxy(server.port())) {
            proxy.rate(TEN_MBIT);
            URI url = URI.create("http://127.0.0.1:" + proxy.port() + "/files");
            double own = seconds(() -> bundle(url, files(source), 1));
            double line = (double) bytes / TEN_MBIT;
            report("uncompressed CT over 10 Mbit/s", List.of(own), "the line", List.of(line), line / own);
            assertThat(line / own).isGreaterThanOrEqualTo(1.6);
        }
    }

    /** A CT slice as scanners store it: 512 x 512, 12 of 16 bits, air around a body with noise of 12 units. */
    private static byte[] slice(int number) {
        Random noise = new Random(number);
        byte[] pixels = new byte[512 * 512 * 2];
        for (int y = 0; y < 512; y++) {
            for (int x = 0; x < 512; x++) {
                double r = Math.hypot((x - 256) / 210.0, (y - 256) / 150.0);
                double value =
                        r > 1 ? 24 + 4 * noise.nextGaussian() : 1064 + 60 * Math.sin(r * 9) + 12 * noise.nextGaussian();
                int v = Math.max(0, (int) Math.round(value));
                pixels[2 * (512 * y + x)] = (byte) v;
                pixels[2 * (512 * y + x) + 1] = (byte) (v >> 8);
            }
        }
        return pixels;
    }

    private static List<Path> files(Path source) throws IOException {
        try (Stream<Path> files = Files.list(source)) {
            return files.sorted().toList();
        }
    }

    private void bundle(URI url, List<Path> images, int level) throws Exception {
        UUID id = UUID.randomUUID();
        Path spool = folder.resolve(id.toString());
        SealedBag bag;
        try (BagWriter writer = new BagWriter(spool, id, new Packing(level, 256L << 20))) {
            int number = 0;
            for (Path image : images) {
                byte[] data = Files.readAllBytes(image);
                writer.add("data/2.25.1/2.25.2/2.25." + ++number + ".dcm", data.length, out -> out.write(data));
            }
            bag = writer.seal("{}".getBytes(StandardCharsets.UTF_8), Map.of());
        }
        Announcement announcement = new Announcement(
                id,
                "T",
                "S",
                "1",
                "V",
                images.size(),
                bag.payloadFiles(),
                bag.payloadBytes(),
                bag.manifestSha256(),
                bag.parts(),
                "bench");
        try (HttpAccess access = Sending.access(Duration.ofSeconds(60))) {
            Transport transport = new Transports(access, new Throttle(0))
                    .open(new Destination(Destination.Type.TUS, url, null), TokenSource.none(), (api, key) -> true);
            for (PartInfo part : bag.parts()) {
                transport.send(
                        announcement,
                        new SealedPart(part, spool.resolve(part.fileName())),
                        new MapMemory(),
                        new Progress());
            }
        }
    }

    private static void each(URI url, Path source) throws Exception {
        Process process = new ProcessBuilder("node", "tus-js-many.mjs", url.toString(), source.toString())
                .directory(Path.of("src/test/peers").toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    /** A piece of work that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    private double seconds(Work work) throws Exception {
        long started = System.nanoTime();
        work.run();
        double taken = (System.nanoTime() - started) / 1e9;
        try (Stream<Path> stored = Files.list(Files.createDirectories(folder.resolve("store")))) {
            for (Path each : stored.toList()) {
                Files.delete(each);
            }
        }
        return taken;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void report(String what, List<Double> ours, String against, List<Double> theirs, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s; %s: %.2f s; ratio %.2f (ours %s, theirs %s)%n",
                what,
                median(ours),
                against,
                median(theirs),
                ratio,
                ours,
                theirs);
    }
}

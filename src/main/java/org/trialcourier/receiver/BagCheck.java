// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialcourier.receiver.Unpacker.UnpackedFile;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.SubmissionManifest;
import org.trialcourier.wire.WireJson;

/**
 * Checks an unpacked bag against its own manifests (RFC 8493 section 3: complete and valid) and against what was
 * announced. Written apart from the code that packs, so that one mistake is not made twice.
 */
final class BagCheck {
    private final Path folder;
    private final SortedMap<String, UnpackedFile> files;
    private final List<String> faults = new ArrayList<>();

    BagCheck(Path folder, SortedMap<String, UnpackedFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Counts as found in the payload. */
    record Found(long instances, long payloadFiles, long payloadBytes, String manifestSha256) {}

    /** What the payload holds. */
    Found found() {
        long instances = 0;
        long count = 0;
        long bytes = 0;
        for (Map.Entry<String, UnpackedFile> file : payload().entrySet()) {
            count++;
            bytes += file.getValue().size();
            if (file.getKey().endsWith(BagLayout.INSTANCE_SUFFIX)) {
                instances++;
            }
        }
        UnpackedFile manifest = files.get(BagLayout.MANIFEST);
        return new Found(instances, count, bytes, manifest == null ? "" : manifest.sha256());
    }

    /** Everything that is wrong, each a plain sentence; empty for a valid bag that is what was announced. */
    List<String> faults(Announcement announced) throws IOException {
        faults.clear();
        String declaration = text(BagLayout.DECLARATION);
        expect(
                declaration.startsWith("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8"),
                "The bag's declaration is missing or of another version.");
        compare(BagLayout.MANIFEST, payload());
        SortedMap<String, UnpackedFile> tags = new TreeMap<>(files);
        tags.keySet().removeIf(name -> name.startsWith(BagLayout.DATA) || name.equals(BagLayout.TAG_MANIFEST));
        compare(BagLayout.TAG_MANIFEST, tags);
        Found found = found();
        Map<String, String> info = info();
        expect(
                (found.payloadBytes() + "." + found.payloadFiles()).equals(info.get(BagLayout.INFO_OXUM)),
                "Payload-Oxum does not match the files.");
        expect(
                announced.submission().toString().equals(info.get(BagLayout.INFO_ID)),
                "The bag belongs to another submission.");
        expect(found.instances() == announced.instances(), "The number of images is not the one announced.");
        expect(found.payloadFiles() == announced.payloadFiles(), "The number of files is not the one announced.");
        expect(found.payloadBytes() == announced.payloadBytes(), "The size is not the one announced.");
        expect(found.manifestSha256().equals(announced.manifestSha256()), "The manifest is not the one announced.");
        manifest(announced);
        return List.copyOf(faults);
    }

    private void manifest(Announcement announced) throws IOException {
        if (!files.containsKey(BagLayout.SUBMISSION)) {
            faults.add("The description of the submission is missing.");
            return;
        }
        try {
            SubmissionManifest manifest =
                    WireJson.read(Files.readAllBytes(folder.resolve(BagLayout.SUBMISSION)), SubmissionManifest.class);
            boolean same = manifest.submission().equals(announced.submission())
                    && manifest.trial().equals(announced.trial())
                    && manifest.site().equals(announced.site())
                    && manifest.subject().equals(announced.subject())
                    && manifest.visit().equals(announced.visit())
                    && manifest.counts().instances() == announced.instances();
            expect(same, "The description of the submission is not the one announced.");
        } catch (IllegalArgumentException e) {
            faults.add("The description of the submission cannot be read.");
        }
    }

    private void compare(String manifest, SortedMap<String, UnpackedFile> there) throws IOException {
        Map<String, String> listed = new HashMap<>();
        for (String line : text(manifest).split("\n", -1)) {
            if (!line.isEmpty()) {
                String[] sides = line.split(" {1,2}\\*?", 2);
                if (sides.length < 2 || listed.put(sides[1], sides[0]) != null) {
                    faults.add(manifest + " cannot be read.");
                    return;
                }
            }
        }
        there.forEach((name, file) -> {
            @Nullable String hash = listed.remove(name);
            if (hash == null) {
                faults.add(name + " is not in " + manifest + ".");
            } else if (!hash.equalsIgnoreCase(file.sha256())) {
                faults.add(name + " is not what " + manifest + " says.");
            }
        });
        listed.keySet().stream().sorted().forEach(name -> faults.add(name + " is missing."));
    }

    private Map<String, String> info() throws IOException {
        Map<String, String> info = new HashMap<>();
        for (String line : text(BagLayout.INFO).split("\n", -1)) {
            String[] sides = line.split(": ", 2);
            if (sides.length == 2) {
                info.put(sides[0], sides[1].strip());
            }
        }
        return info;
    }

    private SortedMap<String, UnpackedFile> payload() {
        SortedMap<String, UnpackedFile> payload = new TreeMap<>(files);
        payload.keySet().removeIf(name -> !name.startsWith(BagLayout.DATA));
        return payload;
    }

    private String text(String name) throws IOException {
        return files.containsKey(name) ? Files.readString(folder.resolve(name), StandardCharsets.UTF_8) : "";
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}

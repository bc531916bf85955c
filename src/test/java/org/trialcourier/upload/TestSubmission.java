// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.SubmissionManifest;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Sha256;

/** A small valid submission, packed here and not by the program, so that a fault of the packer is not made twice. */
public record TestSubmission(Announcement announcement, List<SealedPart> parts) {
    private static final String SUBJECT = "014-0007";

    /** Changes a bag before it is sealed, by path within the bag. */
    @FunctionalInterface
    public interface Change {
        void apply(Map<String, byte[]> payload) throws IOException;
    }

    /** One image a part, of about so many bytes, and a last part with the manifests. */
    public static TestSubmission make(Path folder, long seed, int... imageSizes) throws IOException {
        return make(folder, seed, payload -> {}, imageSizes);
    }

    /** The same with a changed payload. */
    public static TestSubmission make(Path folder, long seed, Change change, int... imageSizes) throws IOException {
        Random random = new Random(seed);
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Map<String, byte[]> payload = new LinkedHashMap<>();
        long bytes = 0;
        for (int i = 0; i < imageSizes.length; i++) {
            byte[] image = image(random, i + 1, imageSizes[i]);
            payload.put(BagLayout.instancePath("2.25.1", "2.25.2", "2.25.3." + (i + 1)), image);
            bytes += image.length;
        }
        SubmissionManifest manifest = new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                id,
                "LUMEN-301",
                "014",
                SUBJECT,
                "BL",
                new SubmissionManifest.Counts(1, 1, imageSizes.length, bytes),
                List.of(),
                List.of(),
                Map.of(),
                null,
                new SubmissionManifest.DeidentificationLine("2026c", List.of()),
                "test");
        payload.put(BagLayout.SUBMISSION, WireJson.writePretty(manifest));
        change.apply(payload);
        return seal(folder, id, payload, imageSizes.length);
    }

    private static TestSubmission seal(Path folder, UUID id, Map<String, byte[]> payload, int instances)
            throws IOException {
        StringBuilder list = new StringBuilder();
        long total = 0;
        for (Map.Entry<String, byte[]> file : payload.entrySet()) {
            list.append(Sha256.hex(file.getValue()))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
            total += file.getValue().length;
        }
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put(BagLayout.DECLARATION, utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        tags.put(
                BagLayout.INFO,
                utf8("External-Identifier: " + id + "\nPayload-Oxum: " + total + "." + payload.size() + "\n"));
        tags.put(BagLayout.MANIFEST, utf8(list.toString()));
        StringBuilder tagList = new StringBuilder();
        tags.forEach((name, data) ->
                tagList.append(Sha256.hex(data)).append("  ").append(name).append('\n'));
        tags.put(BagLayout.TAG_MANIFEST, utf8(tagList.toString()));

        List<SealedPart> parts = new ArrayList<>();
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : payload.entrySet()) {
            if (file.getKey().endsWith(BagLayout.INSTANCE_SUFFIX)) {
                parts.add(part(folder, parts.size() + 1, Map.of(file.getKey(), file.getValue())));
            } else {
                tags.put(file.getKey(), file.getValue());
            }
        }
        parts.add(part(folder, parts.size() + 1, tags));
        Announcement announcement = new Announcement(
                id,
                "LUMEN-301",
                "014",
                SUBJECT,
                "BL",
                instances,
                payload.size(),
                total,
                Sha256.hex(utf8(list.toString())),
                parts.stream().map(SealedPart::info).toList(),
                "test");
        return new TestSubmission(announcement, List.copyOf(parts));
    }

    private static byte[] image(Random random, int number, int size) throws IOException {
        byte[] pixels = new byte[Math.max(2, size / 2 * 2)];
        random.nextBytes(pixels);
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, "2.25.3." + number);
        data.putText(Tag.STUDY_INSTANCE_UID, "2.25.1");
        data.putText(Tag.SERIES_INSTANCE_UID, "2.25.2");
        data.putText(Tag.PATIENT_ID, SUBJECT);
        data.putText(Tag.PATIENT_NAME, SUBJECT);
        data.putText(Tag.PATIENT_IDENTITY_REMOVED, "YES");
        data.putBytes(Tag.PIXEL_DATA, Vr.OB, pixels);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(out);
        return out.toByteArray();
    }

    private static SealedPart part(Path folder, int number, Map<String, byte[]> files) throws IOException {
        Path file = folder.resolve(BagLayout.partName(number));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(each.getValue());
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setTime(0);
                entry.setSize(each.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        }
        byte[] data = Files.readAllBytes(file);
        return new SealedPart(new PartInfo(number, file.getFileName().toString(), data.length, Sha256.hex(data)), file);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

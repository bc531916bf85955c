// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialcourier.receiver.Unpacker.BadBagException;
import org.trialcourier.receiver.Unpacker.UnpackedFile;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.Receipt;
import org.trialcourier.wire.SignedContent;
import org.trialcourier.wire.SignedReceipt;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.DurableFiles;
import org.trialcourier.work.Sha256;
import tools.jackson.databind.JsonNode;

/** Turns the parts of a submission into a verified bag and a signed receipt, or says what is wrong. */
final class Verification {
    /** Room for the bag's own files beside the payload, 256 MiB: a manifest line is about 250 bytes. */
    private static final long TAG_ROOM = 256L << 20;

    private final UploadFolder uploads;
    private final ReceiptKey key;
    private final InstantSource clock;
    private final String software;

    Verification(UploadFolder uploads, ReceiptKey key, InstantSource clock, String software) {
        this.uploads = uploads;
        this.key = key;
        this.clock = clock;
        this.software = software;
    }

    /** How it ended. */
    sealed interface Outcome {
        /** The bag is valid and stored. */
        record Verified(SignedReceipt receipt) implements Outcome {}

        /** These parts are not what was announced; what there was of them has been removed. */
        record Damaged(List<Integer> parts) implements Outcome {}

        /** The bag does not comply; it is kept aside. */
        record Quarantined(List<String> messages) implements Outcome {}
    }

    /** Verifies; may be run again after it was broken off at any point. */
    Outcome run(Announcement announced, Path home) throws IOException {
        Map<Integer, Path> parts = new TreeMap<>();
        List<Integer> damaged = new ArrayList<>();
        for (PartInfo part : announced.parts()) {
            Path good = firstGood(announced, part);
            if (good == null) {
                damaged.add(part.number());
            } else {
                parts.put(part.number(), keep(good, home, part));
            }
        }
        if (!damaged.isEmpty()) {
            return new Outcome.Damaged(damaged);
        }
        Path fresh = home.resolve(".bag");
        removeTree(fresh);
        Files.createDirectories(fresh);
        List<String> faults = new ArrayList<>();
        BagCheck check = unpack(parts, fresh, announced, faults);
        Path bag = home.resolve(faults.isEmpty() ? "bag" : "quarantine");
        removeTree(bag);
        Files.move(fresh, bag, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.syncFolder(home);
        return faults.isEmpty()
                ? new Outcome.Verified(key.sign(receipt(announced, check.found(), parts.size())))
                : new Outcome.Quarantined(faults);
    }

    private BagCheck unpack(Map<Integer, Path> parts, Path fresh, Announcement announced, List<String> faults)
            throws IOException {
        Unpacker unpacker = new Unpacker(fresh, announced.payloadBytes() + TAG_ROOM);
        try {
            for (Path part : parts.values()) {
                unpacker.unpack(part);
            }
        } catch (BadBagException e) {
            faults.add(e.getMessage());
        }
        SortedMap<String, UnpackedFile> files = unpacker.finish();
        BagCheck check = new BagCheck(fresh, files);
        if (faults.isEmpty()) {
            faults.addAll(check.faults(announced));
        }
        if (faults.isEmpty()) {
            faults.addAll(new ComplianceCheck(fresh, announced.subject()).faults(files.keySet()));
        }
        if (faults.isEmpty() && !isSignatureSound(fresh, files)) {
            faults.add("The signature is not for these images and answers.");
        }
        return check;
    }

    /** A signature that names what it stands for must stand for this; one without a hash is of an older program. */
    private static boolean isSignatureSound(Path bag, SortedMap<String, UnpackedFile> files) throws IOException {
        JsonNode submission = WireJson.tree(Files.readAllBytes(bag.resolve(BagLayout.SUBMISSION)));
        String signed = submission.at("/signature/signedSha256").asString("");
        Map<String, String> payload = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.startsWith(BagLayout.DATA)) {
                payload.put(path, file.sha256());
            }
        });
        return signed.isEmpty() || signed.equals(SignedContent.hash(submission, payload));
    }

    private Receipt receipt(Announcement announced, BagCheck.Found found, int parts) {
        return new Receipt(
                announced.submission(),
                announced.trial(),
                announced.site(),
                announced.subject(),
                announced.visit(),
                found.instances(),
                found.payloadFiles(),
                found.payloadBytes(),
                found.manifestSha256(),
                parts,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)),
                software);
    }

    private @Nullable Path firstGood(Announcement announced, PartInfo part) throws IOException {
        for (StoredUpload upload : uploads.of(announced.submission(), part.number())) {
            if (upload.length() == part.size() && uploads.offset(upload) == part.size()) {
                if (hash(uploads.bytes(upload)).equals(part.sha256())) {
                    return uploads.bytes(upload);
                }
                uploads.remove(upload);
            }
        }
        return null;
    }

    /** Keeps a part beside the bag, by a second name for the same bytes where the file system can. */
    private static Path keep(Path bytes, Path home, PartInfo part) throws IOException {
        Path kept = Files.createDirectories(home.resolve("parts")).resolve(BagLayout.partName(part.number()));
        Files.deleteIfExists(kept);
        try {
            Files.createLink(kept, bytes);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(bytes, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        return kept;
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest);
    }

    private static void removeTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

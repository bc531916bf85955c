// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.wire.WireJson;

/**
 * A small file beside the database that knows the number and hash of the last entry, signed with this device's Ed25519
 * key where there is one. It is written after each entry, so it may be one entry behind after a kill, never ahead.
 */
public final class Anchor {
    private static final Logger LOG = LoggerFactory.getLogger(Anchor.class);
    private static final String ALGORITHM = "Ed25519";

    // One process may lock a file once only, and closing any of its channels would give the lock back.
    private static final ReentrantLock ALONE = new ReentrantLock();

    private final Path file;
    private final @Nullable KeyPair device;

    /** An anchor in a file; {@code device} is an Ed25519 pair, or null for none. */
    public Anchor(Path file, @Nullable KeyPair device) {
        this.file = file;
        this.device = device;
    }

    enum State {
        MISSING,
        UNSIGNED,
        GOOD
    }

    /** What the file says. */
    record Reading(State state, long seq, String hash, boolean signed) {}

    private record Content(long seq, String hash, String publicKey, String signature) {}

    /** Begins a new trail; an anchor that is there already stays. For one process at a time. */
    public void begin() throws IOException {
        if (!Files.exists(file)) {
            try {
                write(0, AuditTrail.BEGINNING);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("not an Ed25519 key", e);
            }
        }
    }

    /** Whether it knows of entries. */
    public boolean knowsEntries() {
        return read().seq() > 0;
    }

    /**
     * Notes a new last entry. An anchor that is missing or whose signature does not hold is not made good: that must
     * stay visible. Without the device's key a signed anchor stays behind.
     */
    void advance(long seq, String hash) {
        // A thread that is being stopped still writes down what is on disk already; file locks do not wait in it.
        boolean interrupted = Thread.interrupted();
        ALONE.lock();
        try (FileChannel guard = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock among = guard.lock()) {
            LOG.trace("anchor {} under {}", seq, among);
            Reading now = read();
            if (now.state() == State.GOOD && now.seq() < seq && now.signed() == (device != null)) {
                write(seq, hash);
            }
        } catch (IOException | GeneralSecurityException e) {
            // The entry itself is safe; the next one brings the anchor up to date.
            LOG.warn("The anchor of the audit trail could not be written at entry {}", seq, e);
        } finally {
            ALONE.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    Reading read() {
        try {
            Content content = WireJson.read(Files.readAllBytes(file), Content.class);
            return new Reading(
                    holds(content) ? State.GOOD : State.UNSIGNED,
                    content.seq(),
                    content.hash(),
                    !content.signature().isEmpty());
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Reading(State.MISSING, 0, "", false);
        }
    }

    private boolean holds(Content content) {
        if (device == null && content.signature().isEmpty()) {
            return true;
        }
        try {
            PublicKey key = device != null
                    ? device.getPublic()
                    : KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(content.publicKey())));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(signed(content.seq(), content.hash()));
            return check.verify(Base64.getDecoder().decode(content.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private void write(long seq, String hash) throws IOException, GeneralSecurityException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
            out.write(WireJson.write(signedContent(seq, hash)));
            out.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Content signedContent(long seq, String hash) throws GeneralSecurityException {
        if (device == null) {
            return new Content(seq, hash, "", "");
        }
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(device.getPrivate());
        signature.update(signed(seq, hash));
        Base64.Encoder base64 = Base64.getEncoder();
        return new Content(
                seq,
                hash,
                base64.encodeToString(device.getPublic().getEncoded()),
                base64.encodeToString(signature.sign()));
    }

    private static byte[] signed(long seq, String hash) {
        return ("TrialCourier audit anchor\n" + seq + "\n" + hash).getBytes(StandardCharsets.UTF_8);
    }
}

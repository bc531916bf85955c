// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.trialcourier.wire.Receipt;
import org.trialcourier.wire.SignedReceipt;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.DurableFiles;

/** The receiver's Ed25519 key (RFC 8032), made on first use and kept in its folder, readable by its owner only. */
final class ReceiptKey {
    private static final String FILE = "receiver-key.json";

    private final PrivateKey key;
    private final String publicKey;

    private ReceiptKey(PrivateKey key, String publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /** The form on disk: Base64 of X.509 SubjectPublicKeyInfo and of PKCS #8. */
    private record Stored(String publicKey, String privateKey) {}

    /** Reads the key of a folder, or makes it. An unreadable key is an error: a new one would disown old receipts. */
    static ReceiptKey of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            Stored stored = Files.exists(file) ? WireJson.read(Files.readAllBytes(file), Stored.class) : make(file);
            PrivateKey key = KeyFactory.getInstance(SignedReceipt.ED25519)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(stored.privateKey())));
            return new ReceiptKey(key, stored.publicKey());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("the receiver's key cannot be read", e);
        }
    }

    private static Stored make(Path file) throws GeneralSecurityException, IOException {
        KeyPair pair = KeyPairGenerator.getInstance(SignedReceipt.ED25519).generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        Stored stored = new Stored(
                base64.encodeToString(pair.getPublic().getEncoded()),
                base64.encodeToString(pair.getPrivate().getEncoded()));
        DurableFiles.replace(file, WireJson.write(stored));
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return stored;
    }

    /** The public half, as it stands in receipts and in a trial file's {@code destination.receiverKey}. */
    String publicKey() {
        return publicKey;
    }

    /** Signs a receipt. */
    SignedReceipt sign(Receipt receipt) {
        SignedReceipt unsigned = new SignedReceipt(receipt, SignedReceipt.ED25519, publicKey, "");
        try {
            Signature signature = Signature.getInstance(SignedReceipt.ED25519);
            signature.initSign(key);
            signature.update(unsigned.signedBytes());
            return new SignedReceipt(
                    receipt,
                    SignedReceipt.ED25519,
                    publicKey,
                    Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the receiver's key does not sign", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A receipt with the receiver's signature.
 *
 * @param receipt what was signed
 * @param algorithm {@value #ED25519}
 * @param publicKey the receiver's key, Base64 of the X.509 SubjectPublicKeyInfo
 * @param signature Base64 of the Ed25519 signature (RFC 8032) over {@link #signedBytes()}
 */
public record SignedReceipt(Receipt receipt, String algorithm, String publicKey, String signature) {
    /** The one algorithm that receipts are signed with. */
    public static final String ED25519 = "Ed25519";

    /** The receipt as canonical JSON (RFC 8785), UTF-8: what the signature covers. */
    public byte[] signedBytes() {
        return WireJson.canonical(receipt);
    }

    /** Whether a text is a key that receipts can be signed with, as {@link #publicKey} is. */
    public static boolean isKey(String text) {
        try {
            KeyFactory.getInstance(ED25519)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return false;
        }
    }

    /** Whether the signature holds under the key that came with it. Whose key that is, is for the caller to know. */
    public boolean holds() {
        if (!ED25519.equals(algorithm)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ED25519);
            check.initVerify(KeyFactory.getInstance(ED25519)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
            check.update(signedBytes());
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Secrets;

/** The Ed25519 key of this workstation, which signs the end of the audit trail; made on first use. */
final class DeviceKey {
    private static final String NAME = "device-key";

    private DeviceKey() {}

    static KeyPair of(Secrets secrets) throws ProblemException {
        try {
            Optional<byte[]> kept = secrets.get(NAME);
            if (kept.isPresent()) {
                return read(ByteBuffer.wrap(kept.get()));
            }
            KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] secret = made.getPrivate().getEncoded();
            byte[] open = made.getPublic().getEncoded();
            secrets.put(
                    NAME,
                    ByteBuffer.allocate(4 + secret.length + open.length)
                            .putInt(secret.length)
                            .put(secret)
                            .put(open)
                            .array());
            return made;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new ProblemException(new Problem.Unreadable("place.workstation-key", "why.damaged"), e);
        }
    }

    private static KeyPair read(ByteBuffer kept) throws GeneralSecurityException {
        byte[] secret = new byte[kept.getInt()];
        kept.get(secret);
        byte[] open = new byte[kept.remaining()];
        kept.get(open);
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(open)),
                factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
    }
}

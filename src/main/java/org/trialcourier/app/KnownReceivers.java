// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditTrail;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Secrets;
import org.trialcourier.upload.ReceiverKeys;
import org.trialcourier.work.Sha256;

/**
 * The keys of the receivers that this workstation knows: the one that the trial names, else the first one seen, which is
 * kept in the key store from then on, where no other program can swap it.
 */
final class KnownReceivers implements ReceiverKeys {
    private static final Object FIRST_SIGHT = new Object();

    private final Secrets secrets;
    private final AuditTrail audit;
    private final String trial;
    private final String site;
    private final @Nullable String named;

    /** {@code named} is the trial's own {@code receiverKey}, or null. */
    KnownReceivers(Secrets secrets, AuditTrail audit, String trial, String site, @Nullable String named) {
        this.secrets = secrets;
        this.audit = audit;
        this.trial = trial;
        this.site = site;
        this.named = named;
    }

    @Override
    public boolean isOf(URI api, String publicKey) throws ProblemException {
        if (named != null) {
            return named.equals(publicKey);
        }
        String place = "receiver-key."
                + Sha256.hex(api.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        synchronized (FIRST_SIGHT) {
            Optional<byte[]> kept = secrets.get(place);
            if (kept.isPresent()) {
                return new String(kept.get(), StandardCharsets.US_ASCII).equals(publicKey);
            }
            secrets.put(place, publicKey.getBytes(StandardCharsets.US_ASCII));
            audit.record(
                    AuditEntry.PROGRAM,
                    "receiver.key-first-seen",
                    Map.of("receiver", api.toString(), "key", publicKey, "trial", trial, "site", site));
            return true;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.trialcourier.connect.TokenSource;

/** Another token each time that one was refused. */
final class RenewedTokens implements TokenSource {
    private final AtomicInteger renewals = new AtomicInteger();

    @Override
    public Optional<String> token() {
        return Optional.of("token-" + renewals);
    }

    @Override
    public void refused(String token) {
        renewals.incrementAndGet();
    }

    int renewals() {
        return renewals.get();
    }
}

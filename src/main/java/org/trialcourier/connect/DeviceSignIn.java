// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.Progress;

/**
 * A sign-in by device code (RFC 8628): the program shows a code and an address, the person types the code there, on any
 * device, and the program waits for it.
 */
public final class DeviceSignIn {
    private static final long SLICE_MILLIS = 100;
    private static final int SLOW_DOWN_SECONDS = 5;

    private final Issuer issuer;
    private final DeviceAuthorizationSuccessResponse code;
    private final Keeper keeper;

    /** Keeps what was granted. */
    @FunctionalInterface
    interface Keeper {
        /** Keeps it, durably. */
        Object keep(KeptTokens tokens) throws ProblemException;
    }

    DeviceSignIn(Issuer issuer, DeviceAuthorizationSuccessResponse code, Keeper keeper) {
        this.issuer = issuer;
        this.code = code;
        this.keeper = keeper;
    }

    /** The code to type. */
    public String userCode() {
        return code.getUserCode().getValue();
    }

    /** Where to type it. */
    public URI address() {
        return code.getVerificationURI();
    }

    /** The same with the code in it where the issuer offers that, for a link or a QR code. */
    public URI addressWithCode() {
        URI complete = code.getVerificationURIComplete();
        return complete == null ? address() : complete;
    }

    /**
     * Waits until the person has signed in; the tokens are kept then.
     *
     * @throws ProblemException with {@code SignInNeeded} where the person refused or took too long
     */
    public void await(Progress progress) throws ProblemException, InterruptedException {
        long interval = Math.max(1, code.getInterval());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(code.getLifetime());
        while (System.nanoTime() < until) {
            pause(interval, progress);
            switch (issuer.tokens(new DeviceCodeGrant(code.getDeviceCode()), null)) {
                case Issuer.Granted.Yes yes -> {
                    keeper.keep(yes.tokens());
                    return;
                }
                case Issuer.Granted.No no -> {
                    if (no.code().equals("slow_down")) {
                        interval += SLOW_DOWN_SECONDS;
                    } else if (!no.code().equals("authorization_pending")) {
                        throw notSignedIn();
                    }
                }
            }
        }
        throw notSignedIn();
    }

    private ProblemException notSignedIn() {
        return new ProblemException(
                new Problem.SignInNeeded(String.valueOf(address().getHost())));
    }

    private static void pause(long seconds, Progress progress) throws InterruptedException {
        for (long waited = 0; waited < seconds * 1000; waited += SLICE_MILLIS) {
            progress.check();
            TimeUnit.MILLISECONDS.sleep(SLICE_MILLIS);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.DeviceSignIn;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.OAuthClient;
import org.trialcourier.connect.OAuthTokens;
import org.trialcourier.connect.SignInHint;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.trial.DestinationSpec;
import org.trialcourier.trial.DestinationSpec.Kind;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialLink;
import org.trialcourier.work.Progress;

/**
 * Signing in at the receivers of trials, in each way that a trial file knows. Tokens and secrets are kept where {@link
 * App#secrets} keeps them. What was held for want of a sign-in goes on after one.
 */
public final class SignIns {
    private final App app;
    private final HttpAccess access;

    SignIns(App app, HttpAccess access) {
        this.app = app;
        this.access = access;
    }

    /** Where a trial's sign-in stands, as far as this computer knows without asking anybody. */
    public enum Standing {
        /** The trial's receiver asks nobody. */
        NOT_NEEDED,
        /** Somebody must sign in, or hand over a token or secret, before anything can be sent. */
        NEEDED,
        /** There is a token, or what one can be had with. */
        SIGNED_IN
    }

    /** Where a trial's sign-in stands. */
    public Standing standing(Trial trial) throws ProblemException {
        return switch (trial.destination().auth().kind()) {
            case NONE -> Standing.NOT_NEEDED;
            case TOKEN -> of(trial, has(tokenPlace(trial)));
            case DEVICE_CODE -> of(trial, has(oauthPlace(trial)));
            case CLIENT_CREDENTIALS -> of(trial, secret(trial).isPresent());
        };
    }

    /** A token that the receiver no longer takes is as good as none. */
    private Standing of(Trial trial, boolean kept) throws ProblemException {
        return (kept || given("TRIALCOURIER_TOKEN").isPresent())
                        && heldForASignIn(trial).isEmpty()
                ? Standing.SIGNED_IN
                : Standing.NEEDED;
    }

    /** Begins a sign-in by a person; it is finished by {@link #finish}. For trials of {@code DEVICE_CODE}. */
    public DeviceSignIn begin(Trial trial) throws ProblemException, InterruptedException {
        return oauth(trial, issuer(trial)).signIn();
    }

    /** Waits until the person has signed in, keeps the tokens, and lets go on what was held for want of them. */
    public void finish(Trial trial, DeviceSignIn begun, Progress progress)
            throws ProblemException, InterruptedException {
        begun.await(progress);
        note("trial.signed-in", trial);
        goOn(trial);
    }

    /**
     * Keeps a token ({@code TOKEN}) or a client's secret ({@code CLIENT_CREDENTIALS}). A secret is tried at once.
     *
     * @throws ProblemException with {@code SignInNeeded} where the issuer does not take the secret; it is not kept then
     */
    public void keep(Trial trial, String secret) throws ProblemException, InterruptedException {
        byte[] bytes = secret.strip().getBytes(StandardCharsets.UTF_8);
        if (trial.destination().auth().kind() == Kind.TOKEN) {
            app.secrets().put(tokenPlace(trial), bytes);
        } else {
            app.secrets().remove(oauthPlace(trial));
            oauth(trial, issuer(trial), secret.strip()).token();
            app.secrets().put(secretPlace(trial), bytes);
        }
        note("trial.signed-in", trial);
        goOn(trial);
    }

    /** Forgets tokens and secrets of a trial. */
    public void signOut(Trial trial) throws ProblemException {
        app.secrets().remove(tokenPlace(trial));
        app.secrets().remove(oauthPlace(trial));
        app.secrets().remove(secretPlace(trial));
        note("trial.signed-out", trial);
    }

    private void note(String what, Trial trial) throws ProblemException {
        app.acts().note(what, Map.of("trial", trial.id(), "site", trial.site().id()));
    }

    /** The tokens to send with; asks nobody yet. */
    TokenSource tokens(Trial trial) throws ProblemException {
        DestinationSpec.SignIn auth = trial.destination().auth();
        if (auth.kind() == Kind.NONE) {
            return TokenSource.none();
        }
        Optional<String> given = given("TRIALCOURIER_TOKEN");
        if (given.isPresent()) {
            return TokenSource.fixed(given.get());
        }
        if (auth.issuer() != null) {
            return oauth(trial, issuer(trial));
        }
        byte[] kept = app.secrets()
                .get(tokenPlace(trial))
                .orElseThrow(() -> new ProblemException(new Problem.SignInNeeded(
                        String.valueOf(trial.destination().url().getHost()))));
        return TokenSource.fixed(new String(kept, StandardCharsets.UTF_8));
    }

    /** The tokens to ask for a trial with that is not joined yet; asks nobody yet. */
    TokenSource tokens(TrialLink link) throws ProblemException {
        Optional<String> given = given("TRIALCOURIER_TOKEN");
        if (given.isPresent()) {
            return TokenSource.fixed(given.get());
        }
        URI issuer = link.signIn().issuer();
        return issuer == null ? TokenSource.none() : joining(link, issuer);
    }

    /** Says how to sign in where the link does not: its server is asked. */
    TrialLink withWay(TrialLink link) throws ProblemException, InterruptedException {
        if (link.signIn().issuer() != null) {
            return link;
        }
        SignInHint hint = SignInHint.of(access, link.api()).orElseThrow(() -> noWay(link));
        return link.with(new DestinationSpec.SignIn(Kind.DEVICE_CODE, hint.issuer(), hint.clientId(), hint.scope()));
    }

    /** Begins a sign-in by the person who joins. */
    DeviceSignIn begin(TrialLink link) throws ProblemException, InterruptedException {
        URI issuer = link.signIn().issuer();
        if (issuer == null) {
            throw noWay(link);
        }
        return joining(link, issuer).signIn();
    }

    /** Who signed in to join need not do so again to send, where the trial asks for the same sign-in. */
    void joined(TrialLink link, Trial trial) throws ProblemException {
        URI issuer = link.signIn().issuer();
        if (issuer == null) {
            return;
        }
        Optional<byte[]> tokens = app.secrets().get(joiningPlace(issuer));
        if (tokens.isPresent() && trial.destination().auth().equals(link.signIn())) {
            app.secrets().put(oauthPlace(trial), tokens.get());
            note("trial.signed-in", trial);
        }
        forget(link);
    }

    /** Forgets the tokens of a sign-in for joining. */
    void forget(TrialLink link) throws ProblemException {
        URI issuer = link.signIn().issuer();
        if (issuer != null) {
            app.secrets().remove(joiningPlace(issuer));
        }
    }

    private OAuthTokens joining(TrialLink link, URI issuer) throws ProblemException {
        OAuthClient client = new OAuthClient(
                issuer, link.signIn().clientId(), null, link.signIn().scope());
        return new OAuthTokens(access, client, app.secrets(), joiningPlace(issuer), app.clock());
    }

    private static ProblemException noWay(TrialLink link) {
        return new ProblemException(
                new Problem.NoWayToSignIn(String.valueOf(link.api().getHost())));
    }

    private static String joiningPlace(URI issuer) {
        return "oauth.joining." + issuer.getHost();
    }

    private void goOn(Trial trial) throws ProblemException {
        for (Submission held : heldForASignIn(trial)) {
            app.queue().retry(held.id(), app.user());
        }
    }

    private List<Submission> heldForASignIn(Trial trial) throws ProblemException {
        return app.queue().list().stream()
                .filter(submission -> submission.state() == State.HELD
                        && submission.trial().equals(trial.id())
                        && submission.site().equals(trial.site().id())
                        && submission.problem().orElse(null) instanceof Problem.SignInNeeded)
                .toList();
    }

    private OAuthTokens oauth(Trial trial, URI issuer) throws ProblemException {
        return oauth(trial, issuer, secret(trial).orElse(null));
    }

    private OAuthTokens oauth(Trial trial, URI issuer, @Nullable String secret) throws ProblemException {
        DestinationSpec.SignIn auth = trial.destination().auth();
        OAuthClient client = new OAuthClient(issuer, auth.clientId(), secret, auth.scope());
        return new OAuthTokens(access, client, app.secrets(), oauthPlace(trial), app.clock());
    }

    private Optional<String> secret(Trial trial) throws ProblemException {
        if (trial.destination().auth().kind() != Kind.CLIENT_CREDENTIALS) {
            return Optional.empty();
        }
        Optional<byte[]> kept = app.secrets().get(secretPlace(trial));
        return kept.isPresent()
                ? kept.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                : given("TRIALCOURIER_CLIENT_SECRET");
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(app.options().environment().get(variable)).filter(value -> !value.isBlank());
    }

    private boolean has(String place) throws ProblemException {
        return app.secrets().get(place).isPresent();
    }

    private static URI issuer(Trial trial) throws ProblemException {
        URI issuer = trial.destination().auth().issuer();
        if (issuer == null) {
            throw new ProblemException(new Problem.Unknown("issuer", trial.id()));
        }
        return issuer;
    }

    private static String tokenPlace(Trial trial) {
        return "token." + place(trial);
    }

    private static String oauthPlace(Trial trial) {
        return "oauth." + place(trial);
    }

    private static String secretPlace(Trial trial) {
        return "client-secret." + place(trial);
    }

    private static String place(Trial trial) {
        return trial.id() + "." + trial.site().id();
    }
}

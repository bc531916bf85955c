// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Secrets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens of an OAuth 2 issuer: kept in the key store, renewed before they expire and when the receiver refuses them. A
 * client with a secret gets its own by client credentials; a public client needs a person's {@link DeviceSignIn} first.
 * Safe for several threads.
 */
public final class OAuthTokens implements TokenSource {
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final Issuer issuer;
    private final OAuthClient client;
    private final Secrets secrets;
    private final String name;
    private final InstantSource clock;

    /** Keeps its tokens under this name. */
    public OAuthTokens(HttpAccess access, OAuthClient client, Secrets secrets, String name, InstantSource clock)
            throws ProblemException {
        this.issuer = new Issuer(access, client, clock);
        this.client = client;
        this.secrets = secrets;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> token() throws ProblemException, InterruptedException {
        Optional<KeptTokens> kept = kept();
        if (kept.filter(this::isFresh).isPresent()) {
            return kept.map(KeptTokens::access);
        }
        String refresh = kept.map(KeptTokens::refresh).orElse(null);
        if (refresh != null
                && issuer.tokens(new RefreshTokenGrant(new RefreshToken(refresh)), refresh)
                        instanceof Issuer.Granted.Yes renewed) {
            return keep(renewed.tokens());
        }
        if (client.secret() != null
                && issuer.tokens(new ClientCredentialsGrant(), null) instanceof Issuer.Granted.Yes granted) {
            return keep(granted.tokens());
        }
        throw new ProblemException(
                new Problem.SignInNeeded(String.valueOf(client.issuer().getHost())));
    }

    @Override
    public synchronized void refused(String token) {
        try {
            Optional<KeptTokens> kept = kept().filter(tokens -> tokens.access().equals(token));
            if (kept.isPresent()) {
                keep(kept.get().expired());
            }
        } catch (ProblemException e) {
            // the key store says so again when the next token is asked for
            return;
        }
    }

    /** Begins a sign-in by a person. */
    public DeviceSignIn signIn() throws ProblemException, InterruptedException {
        return new DeviceSignIn(issuer, issuer.device(), this::keep);
    }

    /** Forgets the tokens. */
    public synchronized void signOut() throws ProblemException {
        secrets.remove(name);
    }

    private boolean isFresh(KeptTokens tokens) {
        return tokens.expiresAt() == 0
                || tokens.expiresAt() > clock.instant().plus(EARLY).getEpochSecond();
    }

    private Optional<KeptTokens> kept() throws ProblemException {
        Optional<byte[]> secret = secrets.get(name);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(secret.get(), KeptTokens.class));
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private synchronized Optional<String> keep(KeptTokens tokens) throws ProblemException {
        secrets.put(name, JsonMapper.shared().writeValueAsString(tokens).getBytes(StandardCharsets.UTF_8));
        return Optional.of(tokens.access());
    }
}

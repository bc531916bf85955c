// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Secrets;
import org.trialcourier.work.Progress;

/** Sign-in against an issuer of a few lines. */
class OAuthTokensTest {
    private final MapSecrets secrets = new MapSecrets();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final InstantSource clock = () -> now;
    private FakeIssuer issuer;
    private HttpAccess access;

    @BeforeEach
    void start() throws Exception {
        issuer = new FakeIssuer();
        access = HttpAccess.open(new ConnectionSettings(
                new ProxyChoice.None(), List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    @AfterEach
    void stop() {
        access.close();
        issuer.close();
    }

    @Test
    void aPersonSignsInByCode() throws Exception {
        issuer.pending(1);
        OAuthTokens tokens = tokens(null);
        assertThatThrownBy(tokens::token).hasMessage("SignInNeeded");
        DeviceSignIn signIn = tokens.signIn();
        assertThat(signIn.userCode()).isEqualTo("WDJB-MJHT");
        assertThat(signIn.address()).isEqualTo(issuer.url().resolve("/device"));
        signIn.await(new Progress());
        assertThat(tokens.token()).contains("access-1");
        assertThat(tokens(null).token()).contains("access-1");
    }

    @Test
    void aSignInCanBeCancelled() throws Exception {
        Progress progress = new Progress();
        progress.cancel();
        DeviceSignIn signIn = tokens(null).signIn();
        assertThatThrownBy(() -> signIn.await(progress)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void clientCredentialsNeedNobody() throws Exception {
        OAuthTokens tokens = tokens("s3cret");
        assertThat(tokens.token()).contains("access-1");
        assertThat(tokens.token()).contains("access-1");
        assertThat(issuer.requests().getLast())
                .contains("grant_type=client_credentials")
                .contains("Basic ");
    }

    @Test
    void renewsBeforeTheTokenExpires() throws Exception {
        OAuthTokens tokens = tokens("s3cret");
        assertThat(tokens.token()).contains("access-1");
        now = now.plusSeconds(3600 - 30);
        assertThat(tokens.token()).contains("access-2");
        assertThat(issuer.requests().getLast())
                .contains("grant_type=refresh_token")
                .contains("refresh-1");
    }

    @Test
    void renewsATokenThatWasRefused() throws Exception {
        OAuthTokens tokens = tokens("s3cret");
        assertThat(tokens.token()).contains("access-1");
        tokens.refused("another");
        assertThat(tokens.token()).contains("access-1");
        tokens.refused("access-1");
        assertThat(tokens.token()).contains("access-2");
    }

    @Test
    void asksThePersonWhenARefreshIsNoLongerTaken() throws Exception {
        OAuthTokens tokens = tokens(null);
        tokens.signIn().await(new Progress());
        assertThat(tokens.token()).contains("access-1");
        issuer.forgetsSignIns();
        now = now.plusSeconds(7200);
        assertThatThrownBy(tokens::token).hasMessage("SignInNeeded");
    }

    @Test
    void anIssuerThatIsBusyIsWaitedForAndNobodyHasToSignInAgain() throws Exception {
        OAuthTokens tokens = tokens(null);
        tokens.signIn().await(new Progress());
        now = now.plusSeconds(7200);
        issuer.down(true);
        assertThatThrownBy(tokens::token).hasMessage("Busy");
        issuer.down(false);
        assertThat(tokens.token()).contains("access-2");
    }

    @Test
    void anIssuerWithoutTlsIsRefused() {
        OAuthClient client = new OAuthClient(URI.create("http://issuer.invalid"), "id", null, "");
        assertThatThrownBy(() -> new OAuthTokens(access, client, secrets, "t", clock))
                .hasMessage("Refused");
    }

    private OAuthTokens tokens(@Nullable String secret) throws ProblemException {
        return new OAuthTokens(
                access, new OAuthClient(issuer.url(), "workstation", secret, "upload"), secrets, "t", clock);
    }

    /** Secrets in memory. */
    private static final class MapSecrets implements Secrets {
        private final Map<String, byte[]> values = new HashMap<>();

        @Override
        public Optional<byte[]> get(String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public void put(String name, byte[] secret) {
            values.put(name, secret);
        }

        @Override
        public void remove(String name) {
            values.remove(name);
        }

        @Override
        public Phrase place() {
            return Phrase.verbatim("memory");
        }
    }
}

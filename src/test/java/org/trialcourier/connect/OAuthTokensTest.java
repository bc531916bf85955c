// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Secrets;
import org.trialcourier.work.Progress;

/** Sign-in against an issuer of a few lines. */
class OAuthTokensTest {
    private final MapSecrets secrets = new MapSecrets();
    private final List<String> requests = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final InstantSource clock = () -> now;
    private HttpServer server;
    private HttpAccess access;
    private int pending;
    private boolean refreshWorks = true;
    private int issued;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        access = HttpAccess.open(new ConnectionSettings(
                new ProxyChoice.None(), List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    @AfterEach
    void stop() {
        access.close();
        server.stop(0);
    }

    @Test
    void aPersonSignsInByCode() throws Exception {
        pending = 1;
        OAuthTokens tokens = tokens(null);
        assertThatThrownBy(tokens::token).hasMessage("SignInNeeded");
        DeviceSignIn signIn = tokens.signIn();
        assertThat(signIn.userCode()).isEqualTo("WDJB-MJHT");
        assertThat(signIn.address()).isEqualTo(URI.create(issuer() + "/device"));
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
        assertThat(requests.getLast()).contains("grant_type=client_credentials").contains("Basic ");
    }

    @Test
    void renewsBeforeTheTokenExpires() throws Exception {
        OAuthTokens tokens = tokens("s3cret");
        assertThat(tokens.token()).contains("access-1");
        now = now.plusSeconds(3600 - 30);
        assertThat(tokens.token()).contains("access-2");
        assertThat(requests.getLast()).contains("grant_type=refresh_token").contains("refresh-1");
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
        refreshWorks = false;
        now = now.plusSeconds(7200);
        assertThatThrownBy(tokens::token).hasMessage("SignInNeeded");
    }

    @Test
    void anIssuerWithoutTlsIsRefused() {
        OAuthClient client = new OAuthClient(URI.create("http://issuer.invalid"), "id", null, "");
        assertThatThrownBy(() -> new OAuthTokens(access, client, secrets, "t", clock))
                .hasMessage("Refused");
    }

    private OAuthTokens tokens(@Nullable String secret) throws ProblemException {
        return new OAuthTokens(
                access, new OAuthClient(URI.create(issuer()), "workstation", secret, "upload"), secrets, "t", clock);
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            requests.add(path + " " + body + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            switch (path) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, """
                            {"issuer":"%1$s","token_endpoint":"%1$s/token","device_authorization_endpoint":"%1$s/code",
                             "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"]}
                            """.formatted(issuer()));
                case "/code" -> send(exchange, 200, """
                            {"device_code":"d1","user_code":"WDJB-MJHT","verification_uri":"%s/device","expires_in":60,"interval":1}
                            """.formatted(issuer()));
                case "/token" -> token(exchange, body);
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private void token(HttpExchange exchange, String body) throws IOException {
        if (body.contains("device_code") && pending-- > 0) {
            send(exchange, 400, "{\"error\":\"authorization_pending\"}");
        } else if (body.contains("grant_type=refresh_token") && !refreshWorks) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            issued++;
            send(
                    exchange,
                    200,
                    "{\"access_token\":\"access-%1$d\",\"refresh_token\":\"refresh-%1$d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                            .formatted(issued));
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
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
        public String place() {
            return "memory";
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An OAuth 2 issuer of a few lines, over real HTTP: device codes, client credentials, refresh tokens. */
public final class FakeIssuer implements AutoCloseable {
    /** The one secret that it takes for the client "workstation". */
    public static final String CLIENT_SECRET = "s3cret";

    private static final String SECRET =
            Base64.getEncoder().encodeToString(("workstation:" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));

    private final HttpServer server;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile int pending;
    private volatile boolean refreshWorks = true;
    private volatile boolean down;
    private volatile boolean refused;
    private volatile int issued;
    private volatile int forgotten;

    public FakeIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Requests so far: path, form and Authorization header. */
    public List<String> requests() {
        return requests;
    }

    /** How often it answers "pending" before the person has typed the code. */
    public void pending(int times) {
        pending = times;
    }

    /** From now on refresh tokens are no longer taken, and tokens given so far no longer hold. */
    public void forgetsSignIns() {
        refreshWorks = false;
        forgotten = issued;
    }

    /** Whether an Authorization header carries a token that holds. */
    public boolean admits(@Nullable String authorization) {
        String beginning = "Bearer access-";
        return authorization != null
                && authorization.startsWith(beginning)
                && Integer.parseInt(authorization.substring(beginning.length())) > forgotten;
    }

    /** From now on the person refuses what she is asked to allow. */
    public void refuses() {
        refused = true;
    }

    /** Whether it answers 503 to everything. */
    void down(boolean value) {
        down = value;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            requests.add(path + " " + body + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            if (down) {
                send(exchange, 503, "busy");
                return;
            }
            switch (path) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, """
                    {"issuer":"%1$s","token_endpoint":"%1$s/token","device_authorization_endpoint":"%1$s/code",
                     "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"]}
                    """.formatted(url()));
                case "/code" -> send(exchange, 200, """
                    {"device_code":"d1","user_code":"WDJB-MJHT","verification_uri":"%s/device","expires_in":60,"interval":1}
                    """.formatted(url()));
                case "/token" -> token(exchange, body);
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private void token(HttpExchange exchange, String body) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (body.contains("device_code") && refused) {
            send(exchange, 400, "{\"error\":\"access_denied\"}");
        } else if (body.contains("device_code") && pending-- > 0) {
            send(exchange, 400, "{\"error\":\"authorization_pending\"}");
        } else if (body.contains("grant_type=refresh_token") && !refreshWorks) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else if (body.contains("client_credentials") && !authorization.contains(SECRET)) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
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
}

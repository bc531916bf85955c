// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "HTTPS_PROXY", "http://proxy.example:3128", "no_proxy", "localhost,.hospital.example,direct.example");

    @ParameterizedTest
    @CsvSource({
        "https://receiver.example/files/, proxy.example:3128",
        "https://pacs.hospital.example/, DIRECT",
        "https://hospital.example.org/, proxy.example:3128",
        "https://direct.example/, DIRECT",
        "https://indirect.example/, proxy.example:3128",
        "http://receiver.example/, DIRECT",
        "https://127.0.0.1:8443/, DIRECT",
        "https://LOCALHOST/, DIRECT"
    })
    void readsTheEnvironmentAsOtherProgramsDo(URI url, String expected) {
        Proxy proxy = new EnvironmentProxy(ENVIRONMENT, null).select(url).getFirst();
        String found = proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "DIRECT";
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aUserInTheEnvironmentSignsInAtThatProxyOnly() {
        EnvironmentProxy proxy =
                new EnvironmentProxy(Map.of("https_proxy", "http://desk:p%40ss@proxy.example:3128"), null);
        assertThat(proxy.users()).singleElement().satisfies(user -> {
            assertThat(user.name()).isEqualTo("desk");
            assertThat(user.password()).isEqualTo("p@ss");
            assertThat(user.proxy().getHostString()).isEqualTo("proxy.example");
            assertThat(user.proxy().getPort()).isEqualTo(3128);
        });
        assertThat(new EnvironmentProxy(ENVIRONMENT, null).users()).isEmpty();
    }

    @Test
    void signsInAtAProxyThatAsksForIt() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            String signIn = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            seen.add(exchange.getRequestURI() + " " + signIn);
            if (signIn == null) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"hospital\"");
            }
            exchange.sendResponseHeaders(signIn == null ? 407 : 204, -1);
            exchange.close();
        });
        proxy.start();
        ProxyChoice choice =
                new ProxyChoice.Manual("127.0.0.1", proxy.getAddress().getPort(), "desk", "pass");
        try (HttpAccess access = HttpAccess.open(
                new ConnectionSettings(choice, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            Answer answer = new Caller(access, TokenSource.none())
                    .send(Call.of("GET", URI.create("http://receiver.invalid/files/")));
            assertThat(answer.status()).isEqualTo(204);
            assertThat(seen.getLast()).isEqualTo("http://receiver.invalid/files/ Basic ZGVzazpwYXNz");
        } finally {
            proxy.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"MD5", "SHA-256"})
    void signsInByDigestAtAProxyThatAsksForIt(String algorithm) throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            String signIn = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            boolean right = signIn != null && signIn.startsWith("Digest ") && isRight(signIn, algorithm);
            seen.add(exchange.getRequestMethod() + " " + signIn);
            if (!right) {
                exchange.getResponseHeaders()
                        .set(
                                "Proxy-Authenticate",
                                "Digest realm=\"hospital\", nonce=\"a1b2\", qop=\"auth\", algorithm=" + algorithm);
            }
            exchange.sendResponseHeaders(right ? 204 : 407, -1);
            exchange.close();
        });
        proxy.start();
        ProxyChoice choice =
                new ProxyChoice.Manual("127.0.0.1", proxy.getAddress().getPort(), "desk", "pass");
        try (HttpAccess access = HttpAccess.open(
                new ConnectionSettings(choice, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            Answer answer = new Caller(access, TokenSource.none())
                    .send(Call.of("GET", URI.create("http://receiver.invalid/files/")));
            assertThat(answer.status()).isEqualTo(204);
            assertThat(seen).noneMatch(line -> line.contains("pass")).hasSize(2);
        } finally {
            proxy.stop(0);
        }
    }

    /** RFC 7616 3.4.1, with the values of the test. */
    private static boolean isRight(String signIn, String algorithm) {
        String first = hash(algorithm, "desk:hospital:pass");
        String second = hash(algorithm, "GET:" + value(signIn, "uri"));
        String expected = hash(
                algorithm,
                String.join(":", first, "a1b2", value(signIn, "nc"), value(signIn, "cnonce"), "auth", second));
        return expected.equals(value(signIn, "response"));
    }

    private static String value(String signIn, String name) {
        return signIn.replaceAll("(?s).*[ ,]" + name + "=\"?([^\",]*).*", "$1");
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysWhichAuthorityFileCannotBeRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("authority.pem"), "no certificate");
        ConnectionSettings settings = new ConnectionSettings(
                new ProxyChoice.None(), List.of(file), Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThatThrownBy(() -> HttpAccess.open(settings)).hasMessage("Unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | | 120",
                "Sun, 22 Nov 2026 10:02:00 GMT | Sun, 22 Nov 2026 10:00:30 GMT | 90",
                "Sun, 22 Nov 2026 10:00:00 GMT | Sun, 22 Nov 2026 10:00:30 GMT | 0",
                "soon | Sun, 22 Nov 2026 10:00:30 GMT | 0",
                "-5 | | 0"
            })
    void readsRetryAfterWhateverTheClockHere(String retryAfter, String date, long expected) {
        Map<String, String> headers =
                date == null ? Map.of("retry-after", retryAfter) : Map.of("retry-after", retryAfter, "date", date);
        Answer answer = new Answer(URI.create("http://x/"), 503, headers, new byte[0]);
        assertThat(answer.retryAfterSeconds()).isEqualTo(expected);
    }
}

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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.connect.PacScript.BrokenScript;
import org.trialcourier.problem.Phrase;
import org.trialcourier.text.Words;

class PacScriptTest {
    private static final URI RECEIVER = URI.create("https://receiver.example/files/secret");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dnsDomainIs(host, '.example') | true",
                "dnsDomainIs(host, '.test') | false",
                "isPlainHostName(host) | false",
                "isPlainHostName('pacs') | true",
                "localHostOrDomainIs('www', 'www.example') | true",
                "localHostOrDomainIs('home.example', 'www.example') | false",
                "dnsDomainLevels(host) == 1 | true",
                "shExpMatch(host, 'rec*.exam?le') | true",
                "shExpMatch(host, 'rec*.exa') | false",
                "shExpMatch('aXb', 'a.b') | false",
                "isInNet('10.1.2.3', '10.1.0.0', '255.255.0.0') | true",
                "isInNet('10.2.2.3', '10.1.0.0', '255.255.0.0') | false",
                "isInNet('localhost', '127.0.0.0', '255.0.0.0') | true",
                "isResolvable('localhost') | true",
                "isResolvable('nobody.invalid') | false",
                "myIpAddress().length > 6 | true",
                "weekdayRange('SUN', 'SAT') | true",
                "timeRange(0, 0, 0, 23, 59, 59) | true",
                "timeRange(0, 24, 'GMT') | true",
                "dateRange('JAN', 'DEC') | true",
                "dateRange(1, 'JAN', 2020, 31, 'DEC', 2120) | true",
                "dateRange(1990, 1991) | false",
                "dateRange(1, 31) | true"
            })
    void theFunctionsOfTheFormatAnswerAsTheyMust(String expression, boolean expected) throws Exception {
        assertThat(find("return (" + expression + ") ? 'DIRECT' : 'PROXY no.example:1'"))
                .isEqualTo(expected ? "DIRECT" : "no.example:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROXY proxy.example:3128; DIRECT | proxy.example:3128",
                "SOCKS socks.example:1080; PROXY second.example | second.example:80",
                "direct | DIRECT"
            })
    void takesTheFirstWayThatItCanGo(String answer, String expected) throws Exception {
        assertThat(find("return '" + answer + "'")).isEqualTo(expected);
    }

    @Test
    void ofAnAddressThatIsSecretItShowsTheHostOnly() throws Exception {
        assertThat(find("return url == 'https://receiver.example/' ? 'DIRECT' : 'PROXY told.example:1'"))
                .isEqualTo("DIRECT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "return java.lang.System.getProperty('user.home')",
                "return new java.io.File('/etc/passwd').exists() ? 'DIRECT' : 'DIRECT'",
                "return Packages.java.lang.Runtime.getRuntime().exec('id')",
                "return isPlainHostName.constructor.constructor('return java')()",
                "throw 'no'",
                "return ''",
                "return 'PROXY proxy.example:99999'",
                "return 'SOCKS socks.example:1080'",
                "this is no script"
            })
    void aScriptThatIsBrokenOrWantsOutOrDoesNotEndIsStopped(String body) {
        assertThatThrownBy(() -> find(body)).isInstanceOf(BrokenScript.class);
    }

    @Test
    void theScriptOfAServerDecidesForEachAddress() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = server.getAddress().getPort();
        byte[] script =
                ("function FindProxyForURL(url, host) { return dnsDomainIs(host, '.example') ? 'PROXY 127.0.0.1:" + port
                                + "' : 'DIRECT' }")
                        .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI().toString());
            boolean wantsScript = exchange.getRequestURI().getPath().equals("/proxy.pac");
            exchange.sendResponseHeaders(200, wantsScript ? script.length : -1);
            if (wantsScript) {
                exchange.getResponseBody().write(script);
            }
            exchange.close();
        });
        server.start();
        ProxyChoice choice = new ProxyChoice.Script(URI.create("http://127.0.0.1:" + port + "/proxy.pac"));
        try (HttpAccess access = HttpAccess.open(
                new ConnectionSettings(choice, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            Caller caller = new Caller(access, TokenSource.none());
            assertThat(caller.send(Call.of("GET", URI.create("http://receiver.example/files/")))
                            .status())
                    .isEqualTo(200);
            assertThat(seen).containsExactly("/proxy.pac", "http://receiver.example/files/");
            assertThat(Proxies.selector(choice)
                            .select(URI.create("http://receiver.test/"))
                            .getFirst())
                    .isEqualTo(Proxy.NO_PROXY);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void withoutItsScriptItGoesDirectlyAndSaysWhy() {
        PacProxy proxy = new PacProxy(URI.create("http://127.0.0.1:9/proxy.pac"));
        assertThat(proxy.select(RECEIVER)).containsExactly(Proxy.NO_PROXY);
        assertThat(proxy.trouble()).isEqualTo(Phrase.of("doctor.script.unreadable"));
        assertThat(proxy.select(URI.create("http://localhost:8042/"))).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void theDoctorNamesTheScriptAndWhatIsWrongWithIt() throws Exception {
        URI place = URI.create("http://127.0.0.1:9/proxy.pac");
        try (HttpAccess access = HttpAccess.open(new ConnectionSettings(
                new ProxyChoice.Script(place), List.of(), Duration.ofSeconds(2), Duration.ofSeconds(2)))) {
            Examination found = new ConnectionDoctor(access, TokenSource.none(), InstantSource.system())
                    .examine(URI.create("http://receiver.invalid/files/"), null);
            assertThat(found.checks())
                    .anyMatch(check -> check.subject() == Examination.Subject.PROXY
                            && check.outcome() == Examination.Outcome.BAD
                            && Words.english().say(check.finding()).contains(place.toString()));
        }
    }

    private static String find(String body) throws BrokenScript {
        Proxy way = new PacScript("function FindProxyForURL(url, host) { " + body + " }")
                .find(RECEIVER)
                .getFirst();
        return way.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "DIRECT";
    }
}

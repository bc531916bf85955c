// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.connect.Examination.Check;
import org.trialcourier.connect.Examination.Outcome;
import org.trialcourier.faults.ScriptedServer;
import org.trialcourier.problem.Phrase;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.text.Words;
import org.trialcourier.upload.Sending;

class ConnectionDoctorTest {
    @TempDir
    Path folder;

    private HttpAccess access;

    @BeforeEach
    void open() throws Exception {
        access = Sending.access(Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void findsNothingWrongWithAGoodReceiver() throws Exception {
        try (Receiver receiver = Receiver.start(new ReceiverOptions(0, folder, List.of(), InstantSource.system()))) {
            Examination examination = doctor(InstantSource.system()).examine(receiver.tusUrl(), receiver.apiUrl());
            assertThat(examination.checks())
                    .allSatisfy(check -> assertThat(check.outcome()).isEqualTo(Outcome.GOOD));
            assertThat(examination.checks().stream()
                            .map(check -> said(check.subject().phrase())))
                    .containsExactly(
                            "name (DNS)",
                            "proxy",
                            "connection",
                            "certificate (TLS)",
                            "clock",
                            "sign-in",
                            "cut",
                            "method PATCH",
                            "resumption",
                            "size of a request",
                            "Submission API");
            assertThat(examination.text(Words.english()::say)).contains("Submissions can get through.");
            assertThat(examination.document(Words.english()::say)).containsEntry("healthy", true);
            try (var left = java.nio.file.Files.list(folder.resolve(".uploads"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void saysWhatTheWayDoesNotLetThrough() throws Exception {
        try (ScriptedServer server = new ScriptedServer().withoutPatch(405)) {
            server.limit(5_000_000);
            Examination examination = doctor(InstantSource.system()).examine(server.url(), null);
            assertThat(found(examination, "method PATCH").outcome()).isEqualTo(Outcome.NOTE);
            assertThat(said(found(examination, "size of a request").finding()))
                    .startsWith("4194304 bytes pass, 8388608 do not (status 413)");
            assertThat(examination.isHealthy()).isTrue();
        }
    }

    @Test
    void saysThatASignInIsNeeded() throws Exception {
        try (ScriptedServer server = new ScriptedServer().want("secret")) {
            Examination examination = doctor(InstantSource.system()).examine(server.url(), null);
            assertThat(found(examination, "sign-in").outcome()).isEqualTo(Outcome.BAD);
            assertThat(examination.isHealthy()).isFalse();
        }
    }

    @Test
    void saysThatNobodyAnswersAndThatANameIsUnknown() throws Exception {
        ScriptedServer server = new ScriptedServer();
        server.close();
        Examination examination = doctor(InstantSource.system()).examine(server.url(), null);
        assertThat(said(found(examination, "connection").finding())).isEqualTo("Failed: nobody answers there.");
        assertThat(found(examination, "upload").outcome()).isEqualTo(Outcome.SKIPPED);
        Examination unknown =
                doctor(InstantSource.system()).examine(URI.create("https://receiver.invalid/files/"), null);
        assertThat(found(unknown, "name (DNS)").outcome()).isEqualTo(Outcome.BAD);
    }

    @ParameterizedTest
    @CsvSource({
        "'NTLM;Negotiate', 'The proxy takes sign-ins by Negotiate, NTLM only; TrialCourier signs in by Basic or"
                + " Digest. The IT department can:'",
        "'NTLM;Basic realm=\"hospital\"', 'The proxy asks for a user and a password'"
    })
    void saysHowTheProxyWantsPeopleToSignIn(String ways, String expected) throws Exception {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            for (String way : ways.split(";", -1)) {
                exchange.getResponseHeaders().add("Proxy-Authenticate", way);
            }
            exchange.sendResponseHeaders(407, -1);
            exchange.close();
        });
        proxy.start();
        ProxyChoice choice =
                new ProxyChoice.Manual("127.0.0.1", proxy.getAddress().getPort(), null, null);
        try (HttpAccess proxied = HttpAccess.open(
                new ConnectionSettings(choice, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            Examination examination = new ConnectionDoctor(proxied, TokenSource.none(), InstantSource.system())
                    .examine(URI.create("http://receiver.invalid/files/"), null);
            assertThat(said(found(examination, "proxy sign-in").finding())).startsWith(expected);
            assertThat(examination.isHealthy()).isFalse();
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void aProxyThatIsSetIsNotSaidToBeNoneWhereTheReceiverIsOnThisComputer() throws Exception {
        ScriptedServer server = new ScriptedServer();
        server.close();
        ProxyChoice choice = new ProxyChoice.Manual("127.0.0.1", 1, null, null);
        try (HttpAccess direct = HttpAccess.open(
                new ConnectionSettings(choice, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            Examination examination = new ConnectionDoctor(direct, TokenSource.none(), InstantSource.system())
                    .examine(server.url(), null);
            assertThat(said(found(examination, "proxy").finding()))
                    .isEqualTo("Not used: the receiver is on this computer and is reached directly.");
        }
    }

    @ParameterizedTest
    @CsvSource({"407, proxy sign-in", "403, connection"})
    void ofAReceiverBehindAClosedProxyItSaysNothingButThatItWasNotReached(String status, String refused)
            throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseTunnels(proxy, status));
            ProxyChoice choice = new ProxyChoice.Manual("127.0.0.1", proxy.getLocalPort(), null, null);
            try (HttpAccess proxied = HttpAccess.open(
                    new ConnectionSettings(choice, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
                Examination examination = new ConnectionDoctor(proxied, TokenSource.none(), InstantSource.system())
                        .examine(URI.create("https://receiver.invalid/files/"), null);
                assertThat(found(examination, refused).outcome()).isEqualTo(Outcome.BAD);
                assertThat(examination.checks())
                        .filteredOn(check -> check.outcome() == Outcome.SKIPPED)
                        .hasSizeGreaterThan(0)
                        .allSatisfy(
                                check -> assertThat(said(check.finding())).isEqualTo("The receiver was not reached."));
                assertThat(examination.text(Words.english()::say)).doesNotContain("The address is http");
                assertThat(examination.isHealthy()).isFalse();
            }
        }
    }

    private static void refuseTunnels(ServerSocket proxy, String status) {
        while (!proxy.isClosed()) {
            try (Socket socket = proxy.accept();
                    BufferedReader asked = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                String line = asked.readLine();
                while (line != null && !line.isEmpty()) {
                    line = asked.readLine();
                }
                String answer = "HTTP/1.1 " + status + " No\r\nProxy-Authenticate: Basic realm=\"hospital\"\r\n"
                        + "Date: Sat, 01 Jan 2000 00:00:00 GMT\r\nContent-Length: 0\r\n\r\n";
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "ja"})
    void thePageIsInTheLanguageOfThePersonAndItsCodesInNone(String language) throws Exception {
        try (Receiver receiver = Receiver.start(new ReceiverOptions(0, folder, List.of(), InstantSource.system()))) {
            Examination examination = doctor(InstantSource.system()).examine(receiver.tusUrl(), receiver.apiUrl());
            Words words = Words.of(Locale.forLanguageTag(language));
            for (Check check : examination.checks()) {
                assertThat(words.say(check.finding())).isNotEqualTo(said(check.finding()));
            }
            assertThat(examination.text(words::say)).doesNotContain("Submissions can get through.");
            assertThat(examination.document(words::say).toString())
                    .contains("code=certificate", "findingCode=certificate.local", "code=method", "outcome=good");
        }
    }

    @Test
    void noticesAWrongClock() throws Exception {
        try (Receiver receiver = Receiver.start(new ReceiverOptions(0, folder, List.of(), InstantSource.system()))) {
            InstantSource late = InstantSource.fixed(Instant.parse("2031-01-01T00:00:00Z"));
            Check clock = found(doctor(late).examine(receiver.tusUrl(), null), "clock");
            assertThat(clock.outcome()).isEqualTo(Outcome.NOTE);
            assertThat(said(clock.finding())).contains("ahead of the receiver");
        }
    }

    private ConnectionDoctor doctor(InstantSource clock) {
        return new ConnectionDoctor(access, TokenSource.none(), clock);
    }

    private static String said(Phrase phrase) {
        return Words.english().say(phrase);
    }

    private static Check found(Examination examination, String name) {
        return examination.checks().stream()
                .filter(check -> said(check.subject().phrase()).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(examination.text(Words.english()::say)));
    }
}

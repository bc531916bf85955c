// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.faults.RawServer;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.problem.Remedy;
import org.trialcourier.text.Words;

/** A proxy that wants a sign-in, that ends the connection after its question, that answers in the receiver's place. */
class ProxyGateTest {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final String ASKS = "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"hospital\"\r\n";
    private static final String NOTHING = "Content-Length: 0\r\n\r\n";
    private static final String SIGNED_IN = "Proxy-Authorization: Basic ZGVzazpwYXNz";

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, 'Connection: close\r\n'", "PATCH, ''", "PATCH, 'Connection: close\r\n'"})
    void signsInAtAProxyThatEndsTheConnectionAfterItsQuestion(String method, String goodbye) throws Exception {
        try (RawServer proxy = RawServer.answering(head -> head.contains(SIGNED_IN)
                        ? "HTTP/1.1 204 Fine\r\nConnection: close\r\n\r\n"
                        : ASKS + goodbye + NOTHING);
                HttpAccess access = through(proxy, "desk")) {
            Answer answer = new Caller(access, TokenSource.none())
                    .send(Call.of(method, URI.create("http://receiver.invalid/files/")));
            assertThat(answer.status()).isEqualTo(204);
            assertThat(proxy.asked()).hasSize(2);
        }
    }

    /** Once signed in, the tunnel is refused for another reason: what the proxy says then is not the receiver's word. */
    @Test
    void signsInForATunnelTooAndTakesNoAnswerOfTheProxyForTheReceivers() throws Exception {
        try (RawServer proxy = RawServer.answering(head -> head.contains(SIGNED_IN)
                        ? "HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1/\r\nConnection: close\r\n" + NOTHING
                        : ASKS + NOTHING);
                HttpAccess access = through(proxy, "desk")) {
            URI url = URI.create("https://receiver.invalid/files/");
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> new Caller(access, TokenSource.none()).send(Call.of("PATCH", url)));
            Problem problem = Failures.problem(url, failure);
            assertThat(problem).isEqualTo(new Problem.ProxyRefuses("receiver.invalid", 307));
            assertThat(problem.remedy()).isEqualTo(Remedy.WAIT);
            assertThat(proxy.asked())
                    .allMatch(head -> head.startsWith("CONNECT "))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aPasswordThatTheProxyRefusesIsSaidOnceAndNotAgain(String scheme) throws Exception {
        try (RawServer proxy = RawServer.saying(ASKS + "Connection: close\r\n" + NOTHING, false);
                HttpAccess access = through(proxy, "desk")) {
            Problem problem = refused(access, scheme);
            assertThat(problem).isEqualTo(new Problem.ProxySignIn("127.0.0.1:" + proxy.port(), true));
            assertThat(problem.remedy())
                    .as("a person looks before an account is locked")
                    .isEqualTo(Remedy.COORDINATOR);
            assertThat(proxy.asked().stream().filter(head -> head.contains(SIGNED_IN)))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void whereNoUserIsKnownTheProxyIsAskedAgainLater(String scheme) throws Exception {
        try (RawServer proxy = RawServer.saying(ASKS + NOTHING, false);
                HttpAccess access = through(proxy, null)) {
            Problem problem = refused(access, scheme);
            assertThat(problem).isEqualTo(new Problem.ProxySignIn("127.0.0.1:" + proxy.port(), false));
            assertThat(problem.remedy()).isEqualTo(Remedy.WAIT);
            assertThat(Words.english().of(problem).happened()).contains("wants a user and a password");
        }
    }

    @ParameterizedTest
    @CsvSource({"http, ", "https, ", "http, desk", "https, desk"})
    void theConnectionDoctorSaysThatTheProxyWantsASignInThoughItEndsTheConnection(String scheme, String user)
            throws Exception {
        try (RawServer proxy = RawServer.answering(
                        head -> ASKS + (head.contains(SIGNED_IN) ? "Connection: close\r\n" : "") + NOTHING);
                HttpAccess access = through(proxy, user)) {
            String page = new ConnectionDoctor(access, TokenSource.none(), InstantSource.system())
                    .examine(URI.create(scheme + "://receiver.invalid/files/"), null)
                    .text(Words.english()::say);
            assertThat(page)
                    .contains("The proxy asks for a user and a password")
                    .doesNotContain("Failed");
        }
    }

    /** Asking twice does no harm; sending twice might. */
    @Test
    void aQuestionThatMetAnEndedConnectionIsAskedOnceMore() throws Exception {
        try (RawServer proxy = RawServer.saying("", false);
                HttpAccess access = through(proxy, null)) {
            URI url = URI.create("http://receiver.invalid/files/");
            Caller caller = new Caller(access, TokenSource.none());
            assertThatThrownBy(() -> caller.send(Call.of("HEAD", url))).isInstanceOf(IOException.class);
            assertThat(proxy.asked()).hasSize(2);
            assertThatThrownBy(() -> caller.send(Call.of("POST", url))).isInstanceOf(IOException.class);
            assertThat(proxy.asked()).hasSize(3);
        }
    }

    @Test
    void theWordsOfARefusalMayBeCutOff() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 503 No\r\nContent-Length: 900\r\n\r\n<html>", false);
                HttpAccess access = through(server, null)) {
            Answer answer = new Caller(access, TokenSource.none())
                    .send(Call.of("GET", URI.create("http://receiver.invalid/files/")));
            assertThat(answer.status()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @CsvSource({"/files/7, http://receiver.example/files/7", "http://[login, ", "http://sign in/, ", "mailto:desk, "})
    void onlyAWholeAddressIsOne(String location, String expected) {
        Answer answer = new Answer(
                URI.create("http://receiver.example/files/"), 302, Map.of("location", location), new byte[0]);
        assertThat(answer.location().map(URI::toString).orElse(null)).isEqualTo(expected);
    }

    private static Problem refused(HttpAccess access, String scheme) {
        return catchThrowableOfType(ProblemException.class, () -> new Caller(access, TokenSource.none())
                        .send(Call.of("POST", URI.create(scheme + "://receiver.invalid/files/"))))
                .problem();
    }

    private static HttpAccess through(RawServer proxy, String user) throws ProblemException {
        ProxyChoice choice = new ProxyChoice.Manual("127.0.0.1", proxy.port(), user, user == null ? null : "pass");
        return HttpAccess.open(new ConnectionSettings(choice, List.of(), SHORT, SHORT));
    }
}

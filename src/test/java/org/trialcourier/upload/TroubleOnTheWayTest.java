// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialcourier.connect.ConnectionDoctor;
import org.trialcourier.connect.ConnectionSettings;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.ProxyChoice;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.faults.RawServer;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.problem.Remedy;
import org.trialcourier.text.Words;
import org.trialcourier.work.Progress;

/**
 * What firewalls, sign-in pages, proxies and broken servers answer in place of a receiver: an upload waits, keeps what it
 * knows, and says what it met in words of each language; the connection doctor does, too.
 */
class TroubleOnTheWayTest {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Patience ONCE = new Patience(1, Duration.ofMillis(1), SHORT, 256 << 10, 16 << 10, 1 << 20);
    private static final String PAGE = "<html>Welcome to the guest network</html>";

    @TempDir
    Path folder;

    /** Something that answers, and what the upload is to say of it; {@code head} is what it says when it asks for an offset. */
    record Case(String name, String scheme, String answer, boolean resets, Problem said, Problem head) {
        @Override
        public String toString() {
            return name + " at " + scheme;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                broken("closed before the answer", "http", "", "why.connection-cut"),
                broken("closed in the handshake", "https", "", "why.no-tls"),
                broken("no handshake", "https", "\u0015\u0003\u0003\0\2\2\50", "why.no-tls"),
                broken("no protocol that fits (ALPN)", "https", "\u0015\u0003\u0003\0\2\2\170", "why.no-tls"),
                broken("http where https is", "https", "HTTP/1.1 400 Bad Request\r\n\r\n", "why.no-tls"),
                new Case("reset in the headers", "http", "HTTP/1.1 200 OK\r\nContent-Le", true, cut(), cut()),
                broken("cut off headers", "http", "HTTP/1.1 200 OK\r\nContent-Le", "why.not-http"),
                broken("HTTP/2", "http", "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n", "why.not-http"),
                broken("no HTTP", "http", "SSH-2.0-OpenSSH_9.2\r\n", "why.connection-cut"),
                answered("a sign-in page", 200, "Content-Type: text/html\r\n", PAGE),
                answered("nothing", 200, "", ""),
                answered("the way to a sign-in page", 302, "Location: /login\r\n", ""),
                answered("a way that is no address", 302, "Location: http://[login page\r\n", ""),
                answered("a network that wants a sign-in", 511, "", PAGE),
                answered("a way that is no address", 307, "Location: http://sign in/\r\n", ""));
    }

    private static Case broken(String name, String scheme, String answer, String why) {
        Problem offline = new Problem.Offline("127.0.0.1", why);
        return new Case(name, scheme, answer, false, offline, offline);
    }

    private static Problem cut() {
        return new Problem.Offline("127.0.0.1", "why.connection-cut");
    }

    private static Case answered(String name, int status, String headers, String body) {
        Problem busy = new Problem.Busy("127.0.0.1", status);
        String answer = "HTTP/1.1 " + status + " So\r\n" + headers + "Connection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        return new Case(name, "http", answer, false, busy, busy);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anUploadWaitsForAnotherTimeAndSaysWhatItMet(Case met) throws Exception {
        try (RawServer server = RawServer.saying(met.answer(), met.resets());
                HttpAccess access = direct()) {
            URI url = URI.create(met.scheme() + "://127.0.0.1:" + server.port() + "/files/");
            TestSubmission submission = TestSubmission.make(folder, 11, 50_000);
            SealedPart part = submission.parts().getFirst();

            assertTold(
                    problem(() -> open(access, url, null)
                            .send(submission.announcement(), part, new MapMemory(), new Progress())),
                    met.said());

            MapMemory memory = new MapMemory();
            String key = TusUpload.key(url, submission.announcement(), part.info());
            memory.remember(key, url + "1");
            assertTold(
                    problem(() ->
                            open(access, url, null).send(submission.announcement(), part, memory, new Progress())),
                    met.head());
            assertThat(memory.recall(key)).as("what was sent stays sent").contains(url + "1");

            assertTold(
                    problem(() -> open(access, url, url.resolve("/api/v1/")).announce(submission.announcement())),
                    met.said());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theConnectionDoctorNamesNoException(Case met) throws Exception {
        try (RawServer server = RawServer.saying(met.answer(), met.resets());
                HttpAccess access = direct()) {
            URI url = URI.create(met.scheme() + "://127.0.0.1:" + server.port() + "/files/");
            String page = new ConnectionDoctor(access, TokenSource.none(), InstantSource.system())
                    .examine(url, url.resolve("/api/v1/"))
                    .text(Words.english()::say);
            assertThat(page).contains("[BAD]", "cannot get through yet").doesNotContain("Exception");
        }
    }

    @Test
    void theDoctorSaysThatSomethingElseAnswersWhereAnUploadIsNeitherMadeNorRefused() throws Exception {
        try (RawServer server =
                        RawServer.saying("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", false);
                HttpAccess access = direct()) {
            URI url = URI.create("http://127.0.0.1:" + server.port() + "/files/");
            String page = new ConnectionDoctor(access, TokenSource.none(), InstantSource.system())
                    .examine(url, null)
                    .text(Words.english()::say);
            assertThat(page).contains("answers in the receiver’s place (status 200)", "open any web page");
        }
    }

    /** Without its API nothing would be verified, and the receipt would say "stored" only. */
    @Test
    void aReceiverInTroubleIsNotTakenForOneWithoutAnApi() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", false);
                HttpAccess access = direct()) {
            URI url = URI.create("http://127.0.0.1:" + server.port() + "/files/");
            assertThat(problem(() -> ApiBeside.of(access, url))).isEqualTo(new Problem.Busy("127.0.0.1", 503));
        }
    }

    private static void assertTold(Problem problem, Problem expected) {
        assertThat(problem).isEqualTo(expected);
        assertThat(problem.remedy()).isEqualTo(Remedy.WAIT);
        for (Locale language : Words.LANGUAGES) {
            assertThat(Words.of(language).of(problem).lines())
                    .noneMatch(line -> line.contains("Exception") || line.contains("why."));
        }
    }

    /** What a piece of work ends with. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static Problem problem(Work work) {
        return catchThrowableOfType(ProblemException.class, work::run).problem();
    }

    private static Transport open(HttpAccess access, URI url, URI api) {
        return new Transports(access, new Throttle(0), ONCE)
                .open(new Destination(Destination.Type.TUS, url, api), TokenSource.none(), (receiver, key) -> true);
    }

    private static HttpAccess direct() throws ProblemException {
        return HttpAccess.open(new ConnectionSettings(new ProxyChoice.None(), List.of(), SHORT, SHORT));
    }
}

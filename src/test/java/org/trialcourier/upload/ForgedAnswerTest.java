// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.QueryAnswer;

/** A receiver, or somebody in its place, whose answers are not what they should be: none of them ends or begins a query. */
class ForgedAnswerTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private HttpAccess access;
    private Announcement announcement;
    private Transport transport;
    private volatile String said = "";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] body = said.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/");
        access = Sending.access(Duration.ofSeconds(5));
        announcement = TestSubmission.make(folder, 7, 10_000).announcement();
        transport = new Transports(access, new Throttle(0))
                .open(
                        new Destination(Destination.Type.TUS, api.resolve("/files/"), api),
                        TokenSource.none(),
                        (place, key) -> true);
    }

    @AfterEach
    void stop() throws Exception {
        transport.close();
        access.close();
        server.stop(0);
    }

    @Test
    void aQuestionAboutAnotherSubmissionIsNotAskedHere() {
        said = status(UUID.randomUUID(), "query", "");
        assertThat(finishing()).isInstanceOfSatisfying(Problem.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo("why.other-submission"));
        said = status(UUID.randomUUID(), "received", "");
        assertThat(answering()).isInstanceOf(Problem.Refused.class);
        said = "{\"state\":\"query\",\"messages\":[\"Which arm?\"]}";
        assertThat(finishing()).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void anEndThatNobodySignedIsNoEnd() {
        said = status(announcement.submission(), "received", "");
        assertThat(answering()).isEqualTo(new Problem.ReceiptInvalid("why.no-receipt"));
        String unsigned = """
            ,"receipt":{"receipt":{"submission":"%s","trial":"%s","site":"%s","subject":"%s","visit":"%s",
            "instances":%d,"payloadFiles":%d,"payloadBytes":%d,"manifestSha256":"%s","parts":%d,
            "receivedAt":"2026-11-22T12:00:00Z","receiver":"nobody 1"},"algorithm":"Ed25519","publicKey":"","signature":""}
            """.formatted(
                        announcement.submission(),
                        announcement.trial(),
                        announcement.site(),
                        announcement.subject(),
                        announcement.visit(),
                        announcement.instances(),
                        announcement.payloadFiles(),
                        announcement.payloadBytes(),
                        announcement.manifestSha256(),
                        announcement.parts().size());
        said = status(announcement.submission(), "received", unsigned);
        assertThat(answering()).isEqualTo(new Problem.ReceiptInvalid("why.bad-signature"));
    }

    @Test
    void aReceiverThatLacksNothingAndYetBeginsNothingIsAskedAgainLater() {
        said = status(announcement.submission(), "receiving", "");
        assertThat(finishing()).isEqualTo(new Problem.Busy("127.0.0.1", Problem.Busy.CANNOT_STORE));
        assertThat(Words.english().of(finishing()).happened())
                .isEqualTo("The receiver 127.0.0.1 cannot store the submission now (answer 507).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"submission\":\"x\",\"state\":\"query\"}",
                "{\"submission\":\"HERE\",\"state\":\"approved\"}",
                "{\"submission\":\"HERE\",\"state\":\"query\",\"messages\":{\"a\":1}}",
                "{\"submission\":\"HERE\"}",
            })
    void whatIsNoAnswerIsRefusedInWords(String words) {
        said = words.replace("HERE", announcement.submission().toString());
        assertThat(finishing()).isInstanceOf(Problem.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "<html>Sign in to the hotel’s network</html>"})
    void whatNoReceiverSaysIsSaidBySomethingOnTheWayAndPasses(String words) {
        said = words;
        assertThat(finishing()).isEqualTo(new Problem.Busy("127.0.0.1", 200));
    }

    @Test
    void aTrueQuestionComesThroughAsPlainText() throws Exception {
        said = status(announcement.submission(), "query", "").replace("Which arm?", "<b>Which</b>\\u001b[2J arm?");
        assertThat(transport.finish(announcement))
                .isInstanceOfSatisfying(Verdict.Query.class, query -> assertThat(query.messages())
                        .containsExactly("<b>Which</b> [2J arm?"));
    }

    private Problem finishing() {
        return catchThrowableOfType(ProblemException.class, () -> transport.finish(announcement))
                .problem();
    }

    private Problem answering() {
        QueryAnswer answer = new QueryAnswer("Arm B", "Specimen Coordinator", "2026-11-22T12:00:00Z", null);
        return catchThrowableOfType(ProblemException.class, () -> transport.answer(announcement, answer))
                .problem();
    }

    private static String status(UUID submission, String state, String rest) {
        return "{\"submission\":\"" + submission + "\",\"state\":\"" + state
                + "\",\"missingParts\":[],\"messages\":[\"Which arm?\"]" + rest + "}";
    }
}

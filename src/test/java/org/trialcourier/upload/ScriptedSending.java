// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.faults.ScriptedServer;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Sha256;

/** One part on its way to a scripted tus server: what the tests of its answers have in common. */
abstract class ScriptedSending {
    @TempDir
    Path folder;

    final MapMemory memory = new MapMemory();
    final Progress progress = new Progress();
    ScriptedServer server;
    HttpAccess access;
    TestSubmission submission;
    SealedPart part;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        access = Sending.access(Duration.ofSeconds(5));
        submission = TestSubmission.make(folder, 11, 1_500_000);
        part = submission.parts().get(0);
    }

    @AfterEach
    void stop() {
        access.close();
        server.close();
    }

    void remembered() throws Exception {
        for (int i = 0; i < 8; i++) {
            server.answer("PATCH", 503);
        }
        assertProblem(new Problem.Busy("127.0.0.1", 503, 0));
        assertThat(memory.values()).hasSize(1);
        server.answer("PATCH", 503);
    }

    void send() throws Exception {
        sendWith(TokenSource.none());
    }

    void sendWith(TokenSource tokens) throws Exception {
        transport(tokens).send(submission.announcement(), part, memory, progress);
    }

    Transport transport(TokenSource tokens) {
        return new Transports(access, new Throttle(0), Sending.SHORT)
                .open(new Destination(Destination.Type.TUS, server.url(), null), tokens, (api, key) -> true);
    }

    void assertArrived() throws Exception {
        assertThat(Sha256.hex(server.bytes(part.info().size())))
                .isEqualTo(part.info().sha256());
    }

    void assertProblem(Problem expected) {
        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(List.of(e.problem()))
                        .containsExactly(expected));
    }
}

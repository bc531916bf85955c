// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.ConnectionSettings;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.ProxyChoice;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.wire.BagLayout;

/** The contract through nginx with TLS and a limit of 8 MiB a request. */
@Tag("peer")
class NginxTransportTest extends TransportContract {
    @TempDir
    Path store;

    private Receiver receiver;
    private Nginx nginx;
    private HttpAccess access;

    boolean buffering() {
        return true;
    }

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.start(new ReceiverOptions(0, store, List.of(), InstantSource.system()));
        nginx = Nginx.start(folder.resolve("nginx"), receiver.tusUrl().getPort(), buffering());
        access = access(List.of(nginx.authority()));
    }

    @AfterEach
    void stop() {
        access.close();
        nginx.close();
        receiver.close();
    }

    private static HttpAccess access(List<Path> authorities) throws ProblemException {
        return HttpAccess.open(new ConnectionSettings(
                new ProxyChoice.None(), authorities, Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }

    private Transport open(Patience patience) {
        return new Transports(access, new Throttle(0), patience)
                .open(
                        new Destination(
                                Destination.Type.TUS,
                                nginx.through(receiver.tusUrl()),
                                nginx.through(receiver.apiUrl())),
                        TokenSource.none(),
                        (api, key) -> true);
    }

    @Override
    Transport open() {
        return open(Sending.SHORT);
    }

    @Override
    byte[] stored(TestSubmission submission, int part) throws Exception {
        return Files.readAllBytes(
                store.resolve(submission.announcement().submission().toString())
                        .resolve("parts")
                        .resolve(BagLayout.partName(part)));
    }

    @Override
    void checkFinal(TestSubmission submission, Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Received.class);
    }

    @Test
    void findsTheLimitOfARequestAndRemembersIt() throws Exception {
        Patience wide = new Patience(6, Duration.ofMillis(10), Duration.ofMillis(200), 32L << 20, 64L << 10, 64L << 20);
        TestSubmission submission = TestSubmission.make(folder.resolve("wide"), 31, 20_000_000);
        try (Transport transport = open(wide)) {
            deliver(transport, submission);
        }
        UploadMemory server = memory.ofServer(nginx.through(receiver.tusUrl()).toString());
        assertThat(server.recall("limit").map(Long::valueOf))
                .hasValueSatisfying(limit -> assertThat(limit).isBetween(4L << 20, 8L << 20));
        assertThat(server.recall("chunk").map(Long::valueOf))
                .hasValueSatisfying(chunk -> assertThat(chunk).isBetween(1L << 20, 8L << 20));
    }

    @Test
    void namesTheAuthorityThatIsNotTrusted() throws Exception {
        access.close();
        access = access(List.of());
        TestSubmission submission = make(32);
        try (Transport transport = open()) {
            assertThatThrownBy(() -> transport.announce(submission.announcement()))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                            .isEqualTo(new Problem.Untrusted("127.0.0.1", "CN=Fictional Inspection CA")));
        }
    }
}

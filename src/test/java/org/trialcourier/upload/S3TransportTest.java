// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.connect.Caller;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;

/** The contract against @tus/server that keeps uploads in an S3-compatible store: how a receiver outgrows one machine. */
@Tag("peer")
class S3TransportTest extends TransportContract {
    @TempDir
    static Path store;

    private static Process server;
    private static Peer bridge;

    private HttpAccess access;

    @BeforeAll
    static void startServer() throws Exception {
        server = Peer.quiet("s3.sh", store.toString());
        Path door = store.resolve("door");
        await().atMost(Duration.ofSeconds(60)).until(() -> door.toFile().exists());
        bridge = Peer.node("bridge.mjs", door.toString(), "0", "out");
        try (HttpAccess access = Sending.access(Duration.ofSeconds(5))) {
            Caller caller = new Caller(access, TokenSource.none());
            await().atMost(Duration.ofSeconds(120))
                    .ignoreExceptions()
                    .until(() -> caller.send(Call.of("OPTIONS", url())).isSuccess());
        }
    }

    @AfterAll
    static void stopServer() throws Exception {
        bridge.close();
        server.getOutputStream().close();
        server.waitFor();
    }

    @BeforeEach
    void openAccess() throws Exception {
        access = Sending.access(Duration.ofSeconds(20));
    }

    @AfterEach
    void closeAccess() {
        access.close();
    }

    private static URI url() {
        return URI.create("http://127.0.0.1:" + bridge.port() + "/files");
    }

    @Override
    Transport open() {
        return Sending.tus(access, url(), null);
    }

    @Override
    byte[] stored(TestSubmission submission, int part) throws Exception {
        String address = memory.recall(TusUpload.key(
                        url(),
                        submission.announcement(),
                        submission.parts().get(part - 1).info()))
                .orElseThrow();
        String name = address.replaceAll(".*/", "");
        Answer answer = new Caller(access, TokenSource.none()).send(Call.of("GET", url().resolve("/stored/" + name)));
        return answer.body();
    }

    @Override
    void checkFinal(TestSubmission submission, Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.StoredUnverified.class);
    }

    @Override
    boolean noticesAnotherAnnouncement() {
        return false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.HttpAccess;

/** The contract against @tus/server with its file store. */
@Tag("peer")
class NpmTusServerTransportTest extends TransportContract {
    @TempDir
    Path store;

    private Peer server;
    private HttpAccess access;

    @BeforeEach
    void start() throws Exception {
        server = Peer.node("tus-server.mjs", store.toString());
        access = Sending.access(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() throws Exception {
        access.close();
        server.close();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/files");
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
        return Files.readAllBytes(store.resolve(URI.create(address).getPath().replaceAll(".*/", "")));
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

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;

/** The contract against a tus server that has no Submission API. */
class PlainTusTransportTest extends TransportContract {
    @TempDir
    Path store;

    private Receiver receiver;
    private HttpAccess access;

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.start(new ReceiverOptions(0, store, List.of(), InstantSource.system()));
        access = Sending.access(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        access.close();
        receiver.close();
    }

    @Override
    Transport open() {
        return Sending.tus(access, receiver.tusUrl(), null);
    }

    @Override
    byte[] stored(TestSubmission submission, int part) throws Exception {
        String address = memory.recall(TusUpload.key(
                        receiver.tusUrl(),
                        submission.announcement(),
                        submission.parts().get(part - 1).info()))
                .orElseThrow();
        String id = URI.create(address).getPath().replaceAll(".*/", "");
        return Files.readAllBytes(store.resolve(".uploads").resolve(id).resolve("bytes"));
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

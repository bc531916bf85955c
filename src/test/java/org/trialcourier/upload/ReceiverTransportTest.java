// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.trialcourier.wire.BagLayout;

/** The contract against the embedded receiver, with its Submission API. */
class ReceiverTransportTest extends TransportContract {
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
        return Sending.tus(access, receiver.tusUrl(), receiver.apiUrl());
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
        assertThat(((Verdict.Received) verdict).receipt().receipt().manifestSha256())
                .isEqualTo(submission.announcement().manifestSha256());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.connect.Caller;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.work.Progress;

/** The contract against Debian's Orthanc by STOW-RS. */
@Tag("peer")
class OrthancTransportTest extends TransportContract {
    @TempDir
    Path store;

    private Process orthanc;
    private Peer bridge;
    private HttpAccess access;

    @BeforeEach
    void start() throws Exception {
        orthanc = Peer.quiet("orthanc.sh", store.toString());
        Path door = store.resolve("door");
        await().atMost(Duration.ofSeconds(30)).until(() -> door.toFile().exists());
        bridge = Peer.node("bridge.mjs", door.toString(), "0", "out");
        access = Sending.access(Duration.ofSeconds(20));
        Caller caller = new Caller(access, TokenSource.none());
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> caller.send(
                        Call.of("GET", url().resolve("studies")))
                .isSuccess());
    }

    @AfterEach
    void stop() throws Exception {
        access.close();
        bridge.close();
        orthanc.getOutputStream().close();
        orthanc.waitFor();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + bridge.port() + "/dicom-web/");
    }

    @Override
    Transport open() {
        return new Transports(access, new Throttle(0), Sending.SHORT)
                .open(new Destination(Destination.Type.STOW, url(), null), TokenSource.none(), (api, key) -> true);
    }

    @Override
    byte[] stored(TestSubmission submission, int part) {
        throw new UnsupportedOperationException("the store keeps images, not parts");
    }

    @Override
    void assertStored(TestSubmission submission) throws Exception {
        StowRequests requests = new StowRequests(new Caller(access, TokenSource.none()), url());
        int images = 0;
        for (SealedPart part : submission.parts()) {
            try (PartImages inside = new PartImages(part)) {
                for (PartImages.Image image : inside.images()) {
                    Answer back = requests.retrieve(image);
                    try (InputStream own = inside.open(image)) {
                        assertThat(StowReadBack.isSame(
                                        own,
                                        back.body(),
                                        back.header("Content-Type").orElse("")))
                                .isTrue();
                    }
                    images++;
                }
            }
        }
        assertThat((long) images).isEqualTo(submission.announcement().instances());
    }

    @Override
    void checkFinal(TestSubmission submission, Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.StoredUnverified.class);
    }

    @Override
    boolean noticesAnotherAnnouncement() {
        return false;
    }

    @Test
    void noticesThatTheStoreKeptAnotherImageUnderTheSameUid() throws Exception {
        TestSubmission first = make(41);
        TestSubmission second = TestSubmission.make(folder.resolve("second"), 42, 200_000);
        try (Transport transport = open()) {
            deliver(transport, first);
            assertProblem(transport, second, "why.other-image-kept 2.25.3.1");
        }
    }

    @Test
    void saysWhichImageTheStoreDoesNotTake() throws Exception {
        String image = BagLayout.instancePath("2.25.1", "2.25.2", "2.25.3.1");
        TestSubmission submission =
                TestSubmission.make(folder.resolve("bad"), 43, payload -> payload.put(image, new byte[5000]), 1000);
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            assertThatThrownBy(() -> transport.send(
                            submission.announcement(), submission.parts().get(0), memory, new Progress()))
                    .isInstanceOf(ProblemException.class);
            assertThat(transport.finish(submission.announcement())).isEqualTo(new Verdict.Missing(List.of(1, 2)));
        }
    }

    private void assertProblem(Transport transport, TestSubmission submission, String reason) {
        assertThatThrownBy(() -> transport.send(
                        submission.announcement(), submission.parts().get(0), memory, new Progress()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(((Problem.Refused) e.problem()).reason())
                                .isEqualTo(reason));
    }
}

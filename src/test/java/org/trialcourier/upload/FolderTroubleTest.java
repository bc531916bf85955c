// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.work.Progress;

/** What goes wrong with shares and removable disks; nothing of it may end as a delivery. */
class FolderTroubleTest {
    @TempDir
    Path temp;

    private final MapMemory memory = new MapMemory();
    private Path share;
    private TestSubmission submission;
    private FolderTransport transport;

    @BeforeEach
    void start() throws Exception {
        share = Files.createDirectory(temp.resolve("share"));
        submission = TestSubmission.make(temp.resolve("parts"), 61, 200_000, 100_000);
        transport = new FolderTransport(share);
    }

    @Test
    void aShareThatVanishesInTheMiddleIsWaitedForAndGoneOnWith() throws Exception {
        transport.announce(submission.announcement());
        send(0);
        Path away = temp.resolve("away");
        Files.move(share, away);
        Progress progress = new Progress();
        assertOffline(() ->
                transport.send(submission.announcement(), submission.parts().get(1), memory, progress));
        assertThat(progress.snapshot().bytes()).isZero();
        assertOffline(() -> transport.announce(submission.announcement()));
        assertOffline(() -> transport.finish(submission.announcement()));
        assertThat(share).doesNotExist();
        Files.move(away, share);
        assertThat(transport.finish(submission.announcement())).isEqualTo(new Verdict.Missing(List.of(2, 3)));
        deliver();
        assertArrived();
    }

    @Test
    void aHalfWrittenPartIsWrittenAnew() throws Exception {
        transport.announce(submission.announcement());
        Files.write(unfinished().resolve(BagLayout.partName(1) + ".unfinished"), new byte[70_000]);
        Files.write(unfinished().resolve(BagLayout.partName(2)), new byte[10]);
        deliver();
        assertArrived();
    }

    @Test
    void aDeliveredPartThatWasDamagedSinceIsWrittenAnew() throws Exception {
        deliver();
        Path part = done().resolve(BagLayout.partName(1));
        byte[] bytes = Files.readAllBytes(part);
        bytes[500] ^= 1;
        Files.write(part, bytes);
        deliver();
        assertArrived();
    }

    @Test
    void aFolderThatTakesNothingIsSaid() throws Exception {
        Path file = Files.writeString(temp.resolve("no folder"), "x");
        assertOffline(() -> new FolderTransport(file).announce(submission.announcement()));
        Files.writeString(share.resolve(submission.announcement().submission() + ".unfinished"), "in the way");
        assertThatThrownBy(() -> transport.announce(submission.announcement()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Unwritable.class));
    }

    @Test
    void anotherSubmissionUnderTheSameNameIsNeverOverwritten() throws Exception {
        TestSubmission other = TestSubmission.make(temp.resolve("other"), 61, 50_000);
        deliver();
        assertThatThrownBy(() -> transport.announce(other.announcement()))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                        .isInstanceOf(Problem.PackageDiffers.class));
        assertArrived();
    }

    @Test
    void aPartThatIsGoneBeforeTheEndIsMissing() throws Exception {
        transport.announce(submission.announcement());
        for (int i = 0; i < submission.parts().size(); i++) {
            send(i);
        }
        Files.delete(unfinished().resolve(BagLayout.partName(2)));
        assertThat(transport.finish(submission.announcement())).isEqualTo(new Verdict.Missing(List.of(2)));
        assertThat(done()).doesNotExist();
    }

    private void deliver() throws Exception {
        transport.announce(submission.announcement());
        for (int i = 0; i < submission.parts().size(); i++) {
            send(i);
        }
        assertThat(transport.finish(submission.announcement())).isInstanceOf(Verdict.StoredUnverified.class);
    }

    private void send(int index) throws Exception {
        transport.send(submission.announcement(), submission.parts().get(index), memory, new Progress());
    }

    private void assertArrived() throws Exception {
        for (SealedPart part : submission.parts()) {
            assertThat(done().resolve(part.info().fileName())).hasSameBinaryContentAs(part.file());
        }
        assertThat(unfinished()).doesNotExist();
    }

    private static void assertOffline(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                .isInstanceOf(Problem.Offline.class));
    }

    private Path done() {
        return share.resolve(submission.announcement().submission().toString());
    }

    private Path unfinished() {
        return share.resolve(submission.announcement().submission() + ".unfinished");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.work.Progress;

/** What every transport keeps, whatever is at its other end; the words are those of {@link Transport}. */
abstract class TransportContract {
    private static final int[] SIZES = {300_000, 1, 2_500_000};

    @TempDir
    Path folder;

    final MapMemory memory = new MapMemory();

    /** A new transport to the same destination, as after a restart of the program. */
    abstract Transport open() throws Exception;

    /** The bytes that the destination holds of a part. */
    abstract byte[] stored(TestSubmission submission, int part) throws Exception;

    /** Checks the final verdict of this kind of destination. */
    abstract void checkFinal(TestSubmission submission, Verdict verdict) throws Exception;

    /** Whether a second, different announcement under the same id is noticed. */
    boolean noticesAnotherAnnouncement() {
        return true;
    }

    @Test
    void deliversEveryByte() throws Exception {
        TestSubmission submission = make(1);
        try (Transport transport = open()) {
            deliver(transport, submission);
        }
        assertStored(submission);
    }

    @Test
    void countsExactlyTheSizeOfEachPart() throws Exception {
        TestSubmission submission = make(2);
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            for (SealedPart part : submission.parts()) {
                Progress progress = new Progress();
                transport.send(submission.announcement(), part, memory, progress);
                assertThat(progress.snapshot().bytes()).isEqualTo(part.info().size());
                Progress again = new Progress();
                transport.send(submission.announcement(), part, memory, again);
                assertThat(again.snapshot().bytes()).isEqualTo(part.info().size());
            }
        }
    }

    @Test
    void announcingAgainChangesNothing() throws Exception {
        TestSubmission submission = make(3);
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            transport.send(submission.announcement(), submission.parts().get(0), memory, new Progress());
            transport.announce(submission.announcement());
            deliver(transport, submission);
            transport.announce(submission.announcement());
        }
        assertStored(submission);
    }

    @Test
    void beginsAgainAfterEachStepInANewProcess() throws Exception {
        TestSubmission submission = make(4);
        for (int done = 0; done <= submission.parts().size(); done++) {
            try (Transport transport = open()) {
                transport.announce(submission.announcement());
                for (SealedPart part : submission.parts().subList(0, done)) {
                    transport.send(submission.announcement(), part, memory, new Progress());
                }
            }
        }
        try (Transport transport = open()) {
            deliver(transport, submission);
        }
        try (Transport transport = open()) {
            deliver(transport, submission);
        }
        assertStored(submission);
    }

    @Test
    void saysWhichPartsAreMissing() throws Exception {
        TestSubmission submission = make(5);
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            transport.send(submission.announcement(), submission.parts().get(1), memory, new Progress());
            Verdict verdict = transport.finish(submission.announcement());
            if (!(verdict instanceof Verdict.StoredUnverified)) {
                assertThat(verdict).isEqualTo(new Verdict.Missing(List.of(1, 3, 4)));
            }
            deliver(transport, submission);
        }
        assertStored(submission);
    }

    @Test
    void sendsPartsSideBySide() throws Exception {
        TestSubmission submission = make(6);
        try (Transport transport = open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transport.announce(submission.announcement());
            List<Future<?>> sends = new ArrayList<>();
            for (SealedPart part : submission.parts()) {
                sends.add(threads.submit(() -> {
                    transport.send(submission.announcement(), part, memory, new Progress());
                    return null;
                }));
            }
            for (Future<?> send : sends) {
                send.get();
            }
            checkFinal(submission, settled(transport, submission));
        }
        assertStored(submission);
    }

    @Test
    void stopsWhenItIsCancelled() throws Exception {
        TestSubmission submission = make(7);
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            Progress progress = new Progress();
            progress.cancel();
            assertThatThrownBy(() -> transport.send(
                            submission.announcement(), submission.parts().get(2), memory, progress))
                    .isInstanceOf(InterruptedException.class);
            assertThat(progress.snapshot().bytes()).isZero();
            deliver(transport, submission);
        }
        assertStored(submission);
    }

    @Test
    void refusesAnotherSubmissionUnderTheSameId() throws Exception {
        TestSubmission submission = make(8);
        TestSubmission other = TestSubmission.make(folder.resolve("other"), 8, 10, 20);
        assertThat(other.announcement().submission())
                .isEqualTo(submission.announcement().submission());
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            if (noticesAnotherAnnouncement()) {
                assertThatThrownBy(() -> transport.announce(other.announcement()))
                        .hasMessage("PackageDiffers");
            }
        }
    }

    @Test
    void discardedSubmissionsCanBeSentAnew() throws Exception {
        TestSubmission submission = make(9);
        try (Transport transport = open()) {
            transport.announce(submission.announcement());
            transport.send(submission.announcement(), submission.parts().get(0), memory, new Progress());
            transport.discard(submission.announcement(), memory);
            transport.discard(submission.announcement(), memory);
            deliver(transport, submission);
        }
        assertStored(submission);
    }

    TestSubmission make(long seed) throws Exception {
        return TestSubmission.make(folder.resolve("parts"), seed, SIZES);
    }

    void deliver(Transport transport, TestSubmission submission) throws Exception {
        transport.announce(submission.announcement());
        for (SealedPart part : submission.parts()) {
            transport.send(submission.announcement(), part, memory, new Progress());
        }
        checkFinal(submission, settled(transport, submission));
    }

    void assertStored(TestSubmission submission) throws Exception {
        for (SealedPart part : submission.parts()) {
            assertThat(org.trialcourier.work.Sha256.hex(
                            stored(submission, part.info().number())))
                    .isEqualTo(part.info().sha256());
        }
    }

    static Verdict settled(Transport transport, TestSubmission submission) throws Exception {
        Verdict verdict = transport.finish(submission.announcement());
        for (int i = 0; i < 20 && verdict instanceof Verdict.Verifying; i++) {
            verdict = transport.finish(submission.announcement());
        }
        return verdict;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.faults.ScriptedStore;
import org.trialcourier.faults.ScriptedStore.Saying;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;
import org.trialcourier.work.Sha256;

/** What image stores answer that is not true, or only half: the list per image and what is read back count, no status. */
class StowAnswersTest {
    private static final String A = "2.25.3.1";
    private static final String B = "2.25.3.2";
    private static final String C = "2.25.3.3";
    private static final int BUSY = 0xA700;
    private static final int CANNOT_UNDERSTAND = 0xC000;

    @TempDir
    Path folder;

    private final MapMemory memory = new MapMemory();
    private ScriptedStore store;
    private HttpAccess access;
    private Announcement announcement;
    private SealedPart part;

    @BeforeEach
    void start() throws Exception {
        store = new ScriptedStore();
        access = Sending.access(Duration.ofSeconds(5));
        make("three", 3000, 4000, 5000);
    }

    private void make(String name, int... sizes) throws Exception {
        TestSubmission single = TestSubmission.make(folder.resolve(name), 51, sizes);
        part = together(single, sizes.length);
        Announcement first = single.announcement();
        announcement = new Announcement(
                first.submission(),
                first.trial(),
                first.site(),
                first.subject(),
                first.visit(),
                first.instances(),
                first.payloadFiles(),
                first.payloadBytes(),
                first.manifestSha256(),
                List.of(part.info()),
                first.software());
    }

    @AfterEach
    void stop() {
        access.close();
        store.close();
    }

    @Test
    void twoOfThreeStoredWith400AreNotSentAgain() throws Exception {
        store.next(new Saying(400, Set.of(A, C), Map.of(B, CANNOT_UNDERSTAND), false));
        assertThatThrownBy(this::send).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        ((Problem.Refused) e.problem()).reason())
                .isEqualTo("why.image-not-taken " + B + " (c000)"));
        send();
        assertThat(store.batches()).containsExactly(Set.of(A, B, C), Set.of(B));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 409})
    void whatTheStoreHadNoRoomForIsSentAgainAlone(int status) throws Exception {
        store.next(new Saying(status, Set.of(B), Map.of(A, BUSY, C, BUSY), false));
        send();
        assertThat(store.batches()).containsExactly(Set.of(A, B, C), Set.of(A, C));
    }

    @Test
    void aSuccessThatNamesNoImageIsNone() throws Exception {
        store.next(new Saying(200, Set.of(), Map.of(), false)).next(new Saying(200, Set.of(), Map.of(), false));
        send();
        assertThat(store.batches()).hasSize(3).allMatch(batch -> batch.size() == 3);
        assertThat(memory.values().values()).contains("111");
    }

    @Test
    void anAnswerThatEndsInTheMiddleIsNone() throws Exception {
        store.next(new Saying(200, Set.of(A, B, C), Map.of(), true));
        send();
        assertThat(store.batches()).hasSize(2);
    }

    @Test
    void aStoreThatNeverNamesAnImageIsNotBelieved() {
        for (int i = 0; i < 20; i++) {
            store.next(new Saying(200, Set.of(), Map.of(), false));
        }
        assertThatThrownBy(this::send).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                .isInstanceOf(Problem.Busy.class));
    }

    @Test
    void aBatchHoldsAtMostFiftyImages() throws Exception {
        int[] small = new int[60];
        Arrays.fill(small, 3000);
        make("small", small);
        send();
        assertThat(store.batches()).extracting(Set::size).containsExactly(50, 10);
    }

    @Test
    void aBatchHoldsWhatFitsOneRequest() throws Exception {
        make("large", 100_000, 100_000, 100_000, 100_000);
        send();
        assertThat(store.batches().getFirst()).as("256 KiB at first").hasSize(2);
    }

    @Test
    void aResumedPartSendsOnlyWhatIsLeft() throws Exception {
        store.next(new Saying(200, Set.of(A), Map.of(), false));
        for (int i = 0; i < 20; i++) {
            store.next(new Saying(503, Set.of(), Map.of(), false));
        }
        assertThatThrownBy(this::send).isInstanceOf(ProblemException.class);
        assertThat(memory.values().values()).contains("100");
        store.forgetScript();
        send();
        assertThat(store.batches().getLast()).isEqualTo(Set.of(B, C));
    }

    @Test
    void anImageThatIsNotListedIsMissingAndSentAgain() throws Exception {
        store.hide(B);
        Transport transport = transport();
        transport.send(announcement, part, memory, new Progress());
        assertThat(transport.finish(announcement)).isEqualTo(new Verdict.Missing(List.of(1)));
        store.hideNothing();
        transport.send(announcement, part, memory, new Progress());
        assertThat(store.batches()).containsExactly(Set.of(A, B, C), Set.of(A, B, C));
        assertThat(transport.finish(announcement)).isInstanceOf(Verdict.StoredUnverified.class);
    }

    @Test
    void otherBytesUnderTheSameUidAreNoticed() throws Exception {
        send();
        store.spoil(C);
        assertThatThrownBy(this::send).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        ((Problem.Refused) e.problem()).reason())
                .isEqualTo("why.other-image-kept " + C));
    }

    @Test
    void whatCannotBeReadBackNowIsNotDone() throws Exception {
        store.retrieving(503);
        Transport transport = transport();
        assertThatThrownBy(() -> transport.send(announcement, part, memory, new Progress()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Busy.class));
        assertThat(transport.finish(announcement)).isEqualTo(new Verdict.Missing(List.of(1)));
    }

    private void send() throws Exception {
        Progress progress = new Progress();
        try (Transport transport = transport()) {
            transport.send(announcement, part, memory, progress);
            assertThat(progress.snapshot().bytes()).isEqualTo(part.info().size());
            assertThat(transport.finish(announcement)).isInstanceOf(Verdict.StoredUnverified.class);
        }
    }

    private Transport transport() {
        return new Transports(access, new Throttle(0), Sending.SHORT)
                .open(
                        new Destination(Destination.Type.STOW, store.url(), null),
                        TokenSource.none(),
                        (api, key) -> true);
    }

    /** The images of several parts as one part. */
    private SealedPart together(TestSubmission submission, int count) throws Exception {
        Path file = folder.resolve(BagLayout.partName(1));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (SealedPart each : submission.parts().subList(0, count)) {
                try (ZipFile one = new ZipFile(each.file().toFile())) {
                    ZipEntry entry = one.entries().nextElement();
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = one.getInputStream(entry)) {
                        in.transferTo(zip);
                    }
                }
            }
        }
        byte[] data = Files.readAllBytes(file);
        return new SealedPart(new PartInfo(1, BagLayout.partName(1), data.length, Sha256.hex(data)), file);
    }
}

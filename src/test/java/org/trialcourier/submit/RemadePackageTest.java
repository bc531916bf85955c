// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.practice.PracticeDisc;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.queue.NewSubmission;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.Submission;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.scan.Source;
import org.trialcourier.settings.FileSecrets;
import org.trialcourier.settings.TrialKeys;
import org.trialcourier.upload.MapMemory;
import org.trialcourier.upload.SealedPart;
import org.trialcourier.upload.Sending;
import org.trialcourier.upload.Transport;
import org.trialcourier.upload.Verdict;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.wire.SubmissionManifest.SignatureLine;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Progress;
import tools.jackson.databind.JsonNode;

/**
 * A package that is made again because its parts were lost. The same program makes the same bytes, so the signature in
 * them still holds; another version makes another package, and binds the signature to what that one holds.
 */
class RemadePackageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");
    private static final SignatureLine SIGNATURE =
            new SignatureLine("Robin Fictional", "Coordinator", "Complete", "2026-09-15T10:15:30Z", null);

    @TempDir
    Path folder;

    private Queue queue;
    private TrialKeys keys;
    private Submission submission;
    private byte[] sources;

    @BeforeEach
    void signed() throws Exception {
        queue = Queue.open(folder.resolve("trialcourier.db"), Clock.systemUTC(), null);
        keys = new TrialKeys(new FileSecrets(folder, null), folder);
        Path images = PracticeDisc.make(folder.resolve("disc"), TODAY).resolve("DICOM/ST000001/SE000002");
        try (Stream<Path> files = Files.list(images)) {
            Plan plan = new Plan(
                    Files.readString(PracticeTrial.make(folder.resolve("trial"), TODAY, NOWHERE, NOWHERE)),
                    PracticeTrial.DISC_SUBJECT,
                    PracticeTrial.DISC_VISIT,
                    files.sorted()
                            .limit(3)
                            .map(Source.File::new)
                            .map(Plan.SourceLine::of)
                            .toList(),
                    List.of(),
                    Map.of(),
                    SIGNATURE,
                    TODAY.toString(),
                    null,
                    List.of());
            UUID id = new UUID(0x1234, 0x8000_0000_0000_0001L);
            sources = new SourceBox(keys.of(PracticeTrial.ID, "001")).close(id, plan.toBytes());
            submission = queue.add(
                    new NewSubmission(
                            id,
                            PracticeTrial.ID,
                            "001",
                            PracticeTrial.DISC_SUBJECT,
                            PracticeTrial.DISC_VISIT,
                            3,
                            300_000,
                            null),
                    sources,
                    "Specimen Coordinator");
        }
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void theSameProgramMakesTheSameBytesSoTheSignatureStillHolds() throws Exception {
        Announcement first = make("first", "TrialCourier this");
        Announcement again = make("again", "TrialCourier this");
        assertThat(again).isEqualTo(first);
        for (PartInfo part : first.parts()) {
            assertThat(folder.resolve("again").resolve(part.fileName()))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(part.fileName()));
        }
        assertThat(signings()).as("nothing new was signed").hasSize(1);
    }

    @Test
    void whatAnotherVersionMakesIsSignedAnewAndTheReceiverFindsItSound() throws Exception {
        Announcement first = make("first", "TrialCourier this");
        Announcement other = make("other", "TrialCourier next");
        assertThat(other.manifestSha256()).isNotEqualTo(first.manifestSha256());
        JsonNode before = deliver("first", first);
        JsonNode after = deliver("other", other);
        assertThat(after.get("name")).isEqualTo(before.get("name"));
        assertThat(after.get("signedAt")).as("when the person signed").isEqualTo(before.get("signedAt"));
        assertThat(after.get("signedSha256")).isNotEqualTo(before.get("signedSha256"));
        assertThat(signings())
                .extracting(entry -> entry.details().get("signedSha256"))
                .as("the audit trail tells of both")
                .containsExactlyInAnyOrder(
                        before.get("signedSha256").asString(),
                        after.get("signedSha256").asString());
    }

    private Announcement make(String name, String software) throws Exception {
        return new SealingPreparer(keys, queue, software)
                .prepare(submission, sources, Files.createDirectory(folder.resolve(name)), new Progress());
    }

    private List<AuditEntry> signings() throws Exception {
        return queue.audit().latest(100).stream()
                .filter(entry -> entry.what().equals("submission.signed"))
                .toList();
    }

    /** The signature as a receiver of its own holds it, which took the package. */
    private JsonNode deliver(String name, Announcement announcement) throws Exception {
        Path store = folder.resolve(name + "-store");
        try (Receiver receiver = Receiver.start(new ReceiverOptions(0, store, List.of(), Clock.systemUTC()));
                HttpAccess access = Sending.access(Duration.ofSeconds(5));
                Transport transport = Sending.tus(access, receiver.tusUrl(), receiver.apiUrl())) {
            transport.announce(announcement);
            for (PartInfo part : announcement.parts()) {
                SealedPart sealed = new SealedPart(part, folder.resolve(name).resolve(part.fileName()));
                transport.send(announcement, sealed, new MapMemory(), new Progress());
            }
            Verdict verdict = transport.finish(announcement);
            while (verdict instanceof Verdict.Verifying) {
                verdict = transport.finish(announcement);
            }
            assertThat(verdict).isInstanceOf(Verdict.Received.class);
        }
        Path bag = store.resolve(announcement.submission().toString()).resolve("bag");
        return WireJson.tree(Files.readAllBytes(bag.resolve("data/submission.json")))
                .get("signature");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.upload.MapMemory;
import org.trialcourier.upload.SealedPart;
import org.trialcourier.upload.Sending;
import org.trialcourier.upload.TestSubmission;
import org.trialcourier.upload.Transport;
import org.trialcourier.upload.Verdict;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.Receipt;
import org.trialcourier.wire.ServerState;
import org.trialcourier.wire.SubmissionStatus;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Progress;

class ReceiverTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final String IMAGE = BagLayout.instancePath("2.25.1", "2.25.2", "2.25.3.1");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Receiver receiver;
    private HttpAccess access;

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.start(options(0));
        access = Sending.access(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        access.close();
        http.close();
        receiver.close();
    }

    @Test
    void signsForWhatItFoundItself() throws Exception {
        TestSubmission submission = TestSubmission.make(folder.resolve("parts"), 1, 5000, 7000);
        Verdict verdict = deliver(submission);
        assertThat(verdict).isInstanceOf(Verdict.Received.class);
        Receipt receipt = ((Verdict.Received) verdict).receipt().receipt();
        assertThat(receipt.agreesWith(submission.announcement())).isTrue();
        assertThat(receipt.receivedAt()).isEqualTo("2026-11-22T10:15:30Z");
        assertThat(receipt.instances()).isEqualTo(2);
        Path bag = home(submission).resolve("bag");
        for (String line : Files.readAllLines(bag.resolve(BagLayout.MANIFEST))) {
            String[] sides = line.split("  ", 2);
            assertThat(org.trialcourier.work.Sha256.hex(Files.readAllBytes(bag.resolve(sides[1]))))
                    .isEqualTo(sides[0]);
        }
    }

    @Test
    void keepsTheSameKeyPortAndSubmissionsAfterARestart() throws Exception {
        TestSubmission submission = TestSubmission.make(folder.resolve("parts"), 2, 5000);
        Verdict first = deliver(submission);
        URI before = receiver.tusUrl();
        receiver.close();
        receiver = Receiver.start(options(0));
        assertThat(receiver.tusUrl()).isEqualTo(before);
        assertThat(deliver(submission)).isEqualTo(first);
    }

    @Test
    void quarantinesAnImageWithABirthDate() throws Exception {
        assertQuarantined(
                data -> data.putText(Tag.PATIENT_BIRTH_DATE, "19610203"),
                IMAGE + " has a value in (0010,0030), which may name a person.");
    }

    @Test
    void quarantinesAnImageThatIsNotMarkedAsDeidentified() throws Exception {
        assertQuarantined(
                data -> data.remove(Tag.PATIENT_IDENTITY_REMOVED),
                IMAGE + " is not marked as de-identified (0012,0062).");
    }

    @Test
    void quarantinesAnImageOfAnotherSubject() throws Exception {
        assertQuarantined(
                data -> data.putText(Tag.PATIENT_ID, "014-0009"),
                IMAGE + " does not carry the subject's id as Patient ID.");
    }

    @Test
    void quarantinesWhatBearsTheSignatureOfSomethingElse() throws Exception {
        String forged = "\"signature\": {\"name\": \"Robin Fictional\", \"role\": \"Coordinator\","
                + " \"statement\": \"Complete\", \"signedAt\": \"2026-11-22T10:15:30Z\", \"signedSha256\": \""
                + "0".repeat(64) + "\"}";
        TestSubmission submission = TestSubmission.make(
                folder.resolve("parts"),
                4,
                payload -> payload.computeIfPresent(BagLayout.SUBMISSION, (path, json) -> new String(json, UTF_8)
                        .replaceFirst("\"signature\" *: *null", forged)
                        .getBytes(UTF_8)),
                5000);
        assertThat(deliver(submission))
                .isEqualTo(new Verdict.Quarantined(List.of("The signature is not for these images and answers.")));
    }

    @Test
    void quarantinesAFileThatIsNoImage() throws Exception {
        TestSubmission submission =
                TestSubmission.make(folder.resolve("parts"), 3, payload -> payload.put(IMAGE, new byte[100]), 5000);
        assertThat(deliver(submission))
                .isEqualTo(new Verdict.Quarantined(List.of(IMAGE + " cannot be read as an image.")));
    }

    @Test
    void neverWritesOutsideItsFolder() throws Exception {
        for (String name :
                List.of("../evil", "data/../../evil", "/evil", "data/./x", "data//x", "C:\\evil", "data/.x")) {
            TestSubmission submission = TestSubmission.make(
                    folder.resolve("parts"), name.hashCode(), payload -> payload.put(name, new byte[10]), 500);
            assertThat(deliver(submission))
                    .as(name)
                    .isEqualTo(new Verdict.Quarantined(List.of("A part holds a file name that is not allowed.")));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(file -> file.endsWith("evil"))).isEmpty();
        }
    }

    @Test
    void asksAgainForAPartThatArrivedDamaged() throws Exception {
        TestSubmission submission = TestSubmission.make(folder.resolve("parts"), 4, 5000, 6000);
        byte[] good = Files.readAllBytes(submission.parts().get(0).file());
        byte[] bad = good.clone();
        bad[2000] ^= 1;
        Files.write(submission.parts().get(0).file(), bad);
        MapMemory memory = new MapMemory();
        try (Transport transport = Sending.tus(access, receiver.tusUrl(), receiver.apiUrl())) {
            transport.announce(submission.announcement());
            sendAll(transport, submission, memory);
            assertThat(settled(transport, submission)).isEqualTo(new Verdict.Missing(List.of(1)));
            Files.write(submission.parts().get(0).file(), good);
            sendAll(transport, submission, memory);
            assertThat(settled(transport, submission)).isInstanceOf(Verdict.Received.class);
        }
    }

    @Test
    void statusSaysWhichPartsAreMissing() throws Exception {
        TestSubmission submission = TestSubmission.make(folder.resolve("parts"), 6, 5000, 6000);
        try (Transport transport = Sending.tus(access, receiver.tusUrl(), receiver.apiUrl())) {
            transport.announce(submission.announcement());
            assertThat(status(submission).state()).isEqualTo(ServerState.ANNOUNCED);
            transport.send(submission.announcement(), submission.parts().get(1), new MapMemory(), new Progress());
            assertThat(status(submission).state()).isEqualTo(ServerState.RECEIVING);
            assertThat(status(submission).missingParts()).containsExactly(1, 3);
        }
    }

    /** Changes the data set of the only image. */
    private interface DataChange {
        void apply(org.trialcourier.dicom.DataSet data);
    }

    private void assertQuarantined(DataChange change, String message) throws Exception {
        TestSubmission submission = TestSubmission.make(
                folder.resolve("parts"),
                message.hashCode(),
                payload -> payload.put(IMAGE, changed(payload, change)),
                5000);
        assertThat(deliver(submission)).isEqualTo(new Verdict.Quarantined(List.of(message)));
        assertThat(home(submission).resolve("quarantine")).isDirectory();
        assertThat(home(submission).resolve("bag")).doesNotExist();
    }

    private static byte[] changed(Map<String, byte[]> payload, DataChange change) throws java.io.IOException {
        try {
            DicomFile image = DicomFile.read(payload.get(IMAGE));
            change.apply(image.data());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            image.write(out);
            return out.toByteArray();
        } catch (org.trialcourier.dicom.NotDicomException e) {
            throw new java.io.IOException(e);
        }
    }

    private ReceiverOptions options(int port) {
        return new ReceiverOptions(port, folder.resolve("receiver"), List.of(), InstantSource.fixed(NOW));
    }

    private Path home(TestSubmission submission) {
        return folder.resolve("receiver")
                .resolve(submission.announcement().submission().toString());
    }

    private Verdict deliver(TestSubmission submission) throws Exception {
        try (Transport transport = Sending.tus(access, receiver.tusUrl(), receiver.apiUrl())) {
            transport.announce(submission.announcement());
            sendAll(transport, submission, new MapMemory());
            return settled(transport, submission);
        }
    }

    private static void sendAll(Transport transport, TestSubmission submission, MapMemory memory) throws Exception {
        for (SealedPart part : submission.parts()) {
            transport.send(submission.announcement(), part, memory, new Progress());
        }
    }

    private static Verdict settled(Transport transport, TestSubmission submission) throws Exception {
        Verdict verdict = transport.finish(submission.announcement());
        while (verdict instanceof Verdict.Verifying) {
            verdict = transport.finish(submission.announcement());
        }
        return verdict;
    }

    private SubmissionStatus status(TestSubmission submission) throws Exception {
        String body =
                get("submissions/" + submission.announcement().submission()).body();
        return WireJson.read(body.getBytes(StandardCharsets.UTF_8), SubmissionStatus.class);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(receiver.apiUrl().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}

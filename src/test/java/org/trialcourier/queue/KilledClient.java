// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.trialcourier.bag.BagWriter;
import org.trialcourier.bag.Packing;
import org.trialcourier.bag.SealedBag;
import org.trialcourier.connect.ConnectionSettings;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.LineRules;
import org.trialcourier.queue.run.QueueRunner;
import org.trialcourier.queue.run.RunnerOptions;
import org.trialcourier.queue.run.Wakefulness;
import org.trialcourier.upload.Destination;
import org.trialcourier.upload.Patience;
import org.trialcourier.upload.Throttle;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.SubmissionManifest;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Progress;

/**
 * A client in a process of its own: it queues submissions until there are as many as asked for, and works until all are
 * received. Arguments: data folder, tus address, API address, number of submissions.
 */
final class KilledClient {
    static final String SUBJECT = "014-0007";
    private static final int IMAGES = 6;
    private static final int IMAGE_BYTES = 40_000;

    private KilledClient() {}

    public static void main(String[] args) throws Exception {
        System.out.println("go");
        Path home = Path.of(args[0]);
        int count = Integer.parseInt(args[3]);
        Duration stall = Duration.ofSeconds(10);
        ConnectionSettings standard = ConnectionSettings.standard();
        Destination destination = new Destination(Destination.Type.TUS, URI.create(args[1]), URI.create(args[2]));
        try (HttpAccess access = HttpAccess.open(
                        new ConnectionSettings(standard.proxy(), standard.extraAuthorities(), stall, stall));
                Queue queue = Queue.open(home.resolve("trialcourier.db"), Clock.systemUTC(), null);
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = queue.list().size(); i < count; i++) {
                queue.add(submission(i), new byte[] {1, 2, 3}, "Specimen Coordinator");
            }
            var transports = new org.trialcourier.upload.Transports(
                    access,
                    new Throttle(2_000_000),
                    new Patience(2, Duration.ofMillis(20), Duration.ofMillis(200), 32L << 10, 1 << 10, 1 << 20));
            QueueRunner runner = new QueueRunner(
                    queue,
                    (submission, sources, folder, progress) -> prepare(submission.id(), folder, progress),
                    submission -> transports.open(destination, TokenSource.none(), (api, key) -> true),
                    workers,
                    options(home));
            System.out.println("work");
            // At least once: a client that was killed right after the last receipt left its parts to be tidied.
            do {
                runner.run(new Progress());
                Thread.sleep(20);
            } while (queue.list().stream().anyMatch(s -> s.state() != State.RECEIVED));
        }
        System.out.println("done");
    }

    static RunnerOptions options(Path home) {
        return new RunnerOptions(
                home.resolve("spool"),
                3,
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                Duration.ofMillis(20),
                20,
                () -> LineRules.NONE,
                Wakefulness.none());
    }

    static NewSubmission submission(int number) {
        return new NewSubmission(
                new UUID(0x1234, number), "LUMEN-301", "014", SUBJECT, "BL", IMAGES, IMAGES * IMAGE_BYTES, null);
    }

    /** Images and parts that depend on the submission's id only. */
    static Announcement prepare(UUID id, Path folder, Progress progress) throws ProblemException, InterruptedException {
        Random random = new Random(id.getLeastSignificantBits());
        try (BagWriter writer = new BagWriter(folder, id, new Packing(1, 100_000))) {
            for (int i = 0; i < IMAGES; i++) {
                progress.check();
                byte[] image = image(random, id.getLeastSignificantBits(), i);
                writer.add(
                        BagLayout.instancePath("2.25.1", "2.25.2", uid(id.getLeastSignificantBits(), i)),
                        image.length,
                        out -> out.write(image));
            }
            SealedBag bag = writer.seal(manifest(id), Map.of("Bagging-Date", "2026-11-22"));
            return new Announcement(
                    id,
                    "LUMEN-301",
                    "014",
                    SUBJECT,
                    "BL",
                    IMAGES,
                    bag.payloadFiles(),
                    bag.payloadBytes(),
                    bag.manifestSha256(),
                    bag.parts(),
                    "TrialCourier test");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] manifest(UUID id) {
        return WireJson.writePretty(new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                id,
                "LUMEN-301",
                "014",
                SUBJECT,
                "BL",
                new SubmissionManifest.Counts(1, 1, IMAGES, IMAGES * IMAGE_BYTES),
                List.of(),
                List.of(),
                Map.of(),
                null,
                new SubmissionManifest.DeidentificationLine("2026c", List.of()),
                "test"));
    }

    private static String uid(long submission, int image) {
        return "2.25.3." + (submission + 1) + "." + (image + 1);
    }

    private static byte[] image(Random random, long submission, int number) throws IOException {
        byte[] pixels = new byte[IMAGE_BYTES];
        random.nextBytes(pixels);
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, uid(submission, number));
        data.putText(Tag.STUDY_INSTANCE_UID, "2.25.1");
        data.putText(Tag.SERIES_INSTANCE_UID, "2.25.2");
        data.putText(Tag.PATIENT_ID, SUBJECT);
        data.putText(Tag.PATIENT_IDENTITY_REMOVED, "YES");
        data.putBytes(Tag.PIXEL_DATA, Vr.OB, pixels);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(out);
        return out.toByteArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.trialcourier.bag.BagWriter;
import org.trialcourier.bag.Packing;
import org.trialcourier.bag.SealedBag;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.LineRules;
import org.trialcourier.queue.run.Preparer;
import org.trialcourier.queue.run.QueueRunner;
import org.trialcourier.queue.run.RunnerOptions;
import org.trialcourier.queue.run.Transports;
import org.trialcourier.queue.run.Wakefulness;
import org.trialcourier.wire.Announcement;
import org.trialcourier.work.HandClock;
import org.trialcourier.work.Progress;

/** A queue with its runner on a temporary folder, with a clock that tests move and a preparer that makes bytes up. */
final class Bench implements AutoCloseable {
    final Path home;
    final HandClock clock = clock();
    final AtomicInteger prepared = new AtomicInteger();
    final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    Queue queue;
    volatile LineRules rules = LineRules.NONE;
    Wakefulness wakefulness = Wakefulness.none();

    Bench(Path home) throws ProblemException {
        this.home = home;
        queue = Queue.open(database(), clock, null);
    }

    Path database() {
        return home.resolve("queue.db");
    }

    Path spool() {
        return home.resolve("spool");
    }

    RunnerOptions options() {
        return new RunnerOptions(
                spool(),
                3,
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                Duration.ofMillis(20),
                5,
                () -> rules,
                wakefulness);
    }

    QueueRunner runner(Transports transports) {
        return runner(this::prepare, transports);
    }

    QueueRunner runner(Preparer preparer, Transports transports) {
        return new QueueRunner(queue, preparer, transports, workers, options());
    }

    void reopen() throws ProblemException {
        queue.close();
        queue = Queue.open(database(), clock, null);
    }

    Submission add(String subject) throws ProblemException {
        return add(subject, null);
    }

    Submission add(String subject, Instant deadline) throws ProblemException {
        UUID id = UUID.randomUUID();
        return queue.add(
                new NewSubmission(id, "LUMEN-301", "014", subject, "BL", 5, 20_000, deadline),
                ("sealed sources of " + id).getBytes(StandardCharsets.UTF_8),
                "Specimen Coordinator");
    }

    /** Bytes that depend on the submission only, in about three parts. */
    Announcement prepare(Submission submission, byte[] sources, Path folder, Progress progress)
            throws ProblemException, InterruptedException {
        prepared.incrementAndGet();
        return bag(submission, folder, progress, 6, 4000);
    }

    static Announcement bag(Submission s, Path folder, Progress progress, int files, int size)
            throws ProblemException, InterruptedException {
        Random random = new Random(s.id().getMostSignificantBits());
        try (BagWriter writer = new BagWriter(folder, s.id(), new Packing(0, 2L * size))) {
            for (int i = 0; i < files; i++) {
                progress.check();
                byte[] data = new byte[size];
                random.nextBytes(data);
                writer.add("data/2.25.1/2.25.2/2.25." + (100 + i) + ".dcm", size, out -> out.write(data));
                progress.addBytes(size);
            }
            SealedBag bag = writer.seal("{}".getBytes(StandardCharsets.UTF_8), Map.of("Bagging-Date", "2026-11-22"));
            return new Announcement(
                    s.id(),
                    s.trial(),
                    s.site(),
                    s.subject(),
                    s.visit(),
                    files,
                    bag.payloadFiles(),
                    bag.payloadBytes(),
                    bag.manifestSha256(),
                    bag.parts(),
                    "TrialCourier test");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        queue.close();
        workers.close();
    }

    static HandClock clock() {
        return new HandClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.ofHours(1));
    }
}

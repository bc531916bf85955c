// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Failures;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;

/**
 * The images of the parts to a DICOMweb store by STOW-RS (PS3.18 10.5), in batches. What the store says of each image is
 * journaled, so that a resumed part sends only what is left; a sample of each part is read back and compared; in the end
 * the store must list every image (QIDO-RS). The bag's own files stay here.
 */
final class StowTransport implements Transport {
    private static final String NOTE = "why.stored-and-listed";
    private static final int MOST_IN_BATCH = 50;
    private static final int SAMPLE = 3;
    private static final int OUT_OF_RESOURCES = 0xA700;

    private final StowRequests requests;
    private final ServerTraits traits;
    private final Throttle throttle;
    private final Patience patience;
    private final Map<UUID, Map<Integer, List<PartImages.Image>>> sent = new ConcurrentHashMap<>();

    /** Journals of parts with images that the store said it has and does not list. */
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();

    StowTransport(StowRequests requests, ServerTraits traits, Throttle throttle, Patience patience) {
        this.requests = requests;
        this.traits = traits;
        this.throttle = throttle;
        this.patience = patience;
    }

    @Override
    public void announce(Announcement announcement) throws ProblemException, InterruptedException {
        Answer answer;
        try {
            answer = requests.probe();
        } catch (IOException e) {
            throw new ProblemException(Failures.problem(requests.base(), e), e);
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            throw busy(answer.status(), answer.retryAfterSeconds());
        }
    }

    @Override
    public void send(Announcement announcement, SealedPart part, UploadMemory memory, Progress progress)
            throws ProblemException, InterruptedException {
        traits.recall(memory);
        long size = part.info().size();
        long credited = 0;
        boolean done = false;
        try (PartImages images = new PartImages(part)) {
            String key = key(announcement, part.info());
            if (doubted.remove(key)) {
                memory.forget(key);
            }
            Journal journal = new Journal(memory, key, images.images().size());
            Retries retries = new Retries(patience);
            while (journal.left() > 0) {
                progress.check();
                store(images, journal, retries, memory, progress);
                long now = size * journal.done() / images.images().size();
                progress.addBytes(now - credited);
                credited = now;
            }
            compareSample(images);
            sent.computeIfAbsent(announcement.submission(), any -> new ConcurrentHashMap<>())
                    .put(part.info().number(), images.images());
            done = true;
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(part.info().fileName(), "why.not-unpacked"), e);
        } finally {
            progress.addBytes(done ? size - credited : 0);
        }
    }

    /** Sends one batch and journals what the store says of each image. */
    private void store(PartImages images, Journal journal, Retries retries, UploadMemory memory, Progress progress)
            throws ProblemException, InterruptedException {
        List<Integer> batch = batch(images, journal);
        List<PartImages.Image> chosen = batch.stream().map(images.images()::get).toList();
        StowBody body = new StowBody(images, chosen, throttle);
        StowRequests.StoreAnswer answer;
        try {
            answer = requests.store(body, progress::isCancelled);
        } catch (IOException e) {
            Problem problem = Failures.problem(requests.base(), e);
            if (problem instanceof Problem.BadCertificate) {
                throw new ProblemException(problem, e);
            }
            traits.broke(memory);
            retries.failed(problem, progress);
            return;
        }
        if (answer.status() == 413) {
            if (chosen.size() == 1 || !traits.tooLarge(body.getContentLength(), memory)) {
                throw refused(413, "why.image-too-large " + chosen.getFirst().size());
            }
            return;
        }
        boolean moved = false;
        for (int index : batch) {
            if (answer.stored().contains(images.images().get(index).instance())) {
                journal.stored(index);
                moved = true;
            }
        }
        journal.save();
        refuse(chosen, answer);
        if (moved) {
            retries.progress();
        } else if (answer.status() == 403 || answer.status() == 404 || answer.status() == 415) {
            throw refused(answer.status(), "why.no-store");
        } else {
            retries.failed(busy(answer.status(), answer.retryAfterSeconds()).problem(), progress);
        }
    }

    /** Images that the store will never take; what it has no room for now is another matter. */
    private void refuse(List<PartImages.Image> batch, StowRequests.StoreAnswer answer) throws ProblemException {
        for (PartImages.Image image : batch) {
            Integer reason = answer.failed().get(image.instance());
            boolean isStored = answer.stored().contains(image.instance());
            if (!isStored && reason != null && reason != OUT_OF_RESOURCES && answer.status() < 500) {
                throw refused(
                        answer.status(),
                        "why.image-not-taken " + image.instance() + " (" + Integer.toHexString(reason) + ")");
            }
        }
    }

    private List<Integer> batch(PartImages images, Journal journal) {
        List<Integer> batch = new ArrayList<>();
        long bytes = 0;
        for (int i = journal.next(0);
                i < images.images().size() && batch.size() < MOST_IN_BATCH;
                i = journal.next(i + 1)) {
            bytes += images.images().get(i).size();
            if (!batch.isEmpty() && bytes > traits.chunk()) {
                break;
            }
            batch.add(i);
        }
        return batch;
    }

    /** Stores keep the old image where another with the same UID is sent, and say "stored": so some are read back. */
    private void compareSample(PartImages images) throws IOException, ProblemException, InterruptedException {
        int count = images.images().size();
        Set<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < SAMPLE && count > 0; i++) {
            chosen.add(i * (count - 1) / Math.max(1, SAMPLE - 1));
        }
        for (int index : chosen) {
            PartImages.Image image = images.images().get(index);
            Answer answer;
            try {
                answer = requests.retrieve(image);
            } catch (IOException e) {
                throw new ProblemException(Failures.problem(requests.base(), e), e);
            }
            if (answer.isSuccess()) {
                try (InputStream own = images.open(image)) {
                    if (!StowReadBack.isSame(
                            own, answer.body(), answer.header("Content-Type").orElse(""))) {
                        throw refused(409, "why.other-image-kept " + image.instance());
                    }
                }
            } else if (answer.status() >= 500 || answer.status() == 429) {
                throw busy(answer.status(), answer.retryAfterSeconds());
            }
        }
    }

    @Override
    public Verdict finish(Announcement announcement) throws ProblemException, InterruptedException {
        Map<Integer, List<PartImages.Image>> parts = sent.getOrDefault(announcement.submission(), Map.of());
        List<Integer> missing = new ArrayList<>();
        Map<String, Set<String>> listed = new TreeMap<>();
        for (PartInfo part : announcement.parts()) {
            List<PartImages.Image> images = parts.get(part.number());
            boolean there = images != null && areListed(images, listed);
            if (!there) {
                missing.add(part.number());
            }
            if (images != null && !there) {
                doubted.add(key(announcement, part));
            }
        }
        return missing.isEmpty() ? new Verdict.StoredUnverified(NOTE) : new Verdict.Missing(missing);
    }

    private boolean areListed(List<PartImages.Image> images, Map<String, Set<String>> listed)
            throws ProblemException, InterruptedException {
        for (PartImages.Image image : images) {
            Set<String> series = listed.get(image.series());
            if (series == null) {
                try {
                    Optional<Set<String>> found = requests.list(image.study(), image.series());
                    series = found.orElseThrow(() -> busy(503, 0));
                } catch (IOException e) {
                    throw new ProblemException(Failures.problem(requests.base(), e), e);
                }
                listed.put(image.series(), series);
            }
            if (!series.contains(image.instance())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void discard(Announcement announcement, UploadMemory memory) {
        announcement.parts().forEach(part -> memory.forget(key(announcement, part)));
        sent.remove(announcement.submission());
    }

    @Override
    public void close() {
        sent.clear();
    }

    private String key(Announcement announcement, PartInfo part) {
        return "stow|" + requests.base() + "|" + announcement.submission() + "|" + part.sha256();
    }

    private ProblemException busy(int status, long seconds) {
        return new ProblemException(
                new Problem.Busy(String.valueOf(requests.base().getHost()), status, seconds));
    }

    private ProblemException refused(int status, String why) {
        return new ProblemException(
                new Problem.Refused(String.valueOf(requests.base().getHost()), status, why));
    }

    /** Which images of a part the store has, by their order in the part. */
    private static final class Journal {
        private final UploadMemory memory;
        private final String key;
        private final int count;
        private final BitSet stored = new BitSet();

        Journal(UploadMemory memory, String key, int count) {
            this.memory = memory;
            this.key = key;
            this.count = count;
            String text = memory.recall(key).orElse("");
            for (int i = 0; i < Math.min(count, text.length()); i++) {
                stored.set(i, text.charAt(i) == '1');
            }
        }

        void stored(int index) {
            stored.set(index);
        }

        void save() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                text.append(stored.get(i) ? '1' : '0');
            }
            memory.remember(key, text.toString());
        }

        int done() {
            return stored.cardinality();
        }

        int left() {
            return count - stored.cardinality();
        }

        /** The first image from here on that is not stored, or the count. */
        int next(int from) {
            return Math.min(count, stored.nextClearBit(from));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialcourier.bag.BagWriter;
import org.trialcourier.bag.Packing;
import org.trialcourier.bag.SealedBag;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Option;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.deid.rules.ProfileTable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.Submission;
import org.trialcourier.queue.run.Preparer;
import org.trialcourier.scan.Source;
import org.trialcourier.settings.TrialKeys;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.SignedContent;
import org.trialcourier.wire.SubmissionManifest;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Lanes;
import org.trialcourier.work.Progress;

/**
 * Turns the plan of a submission into sealed parts: every image de-identified and swept in memory, then written into the
 * bag. One image that cannot be made safe holds the whole submission, and what was written of it is removed.
 */
public final class SealingPreparer implements Preparer {
    private static final String TOLD = "destination.txt";

    private final TrialKeys keys;
    private final Queue queue;
    private final String software;

    /** A preparer for a queue that seals with the keys of the trials and names the software in the package. */
    public SealingPreparer(TrialKeys keys, Queue queue, String software) {
        this.keys = keys;
        this.queue = queue;
        this.software = software;
    }

    /** The destination given by hand for a prepared submission, kept beside its parts. */
    public static Optional<URI> toldDestination(Path folder) throws ProblemException {
        Path file = folder.resolve(TOLD);
        try {
            return Files.exists(file)
                    ? Optional.of(URI.create(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public Announcement prepare(Submission submission, byte[] sealedSources, Path folder, Progress progress)
            throws ProblemException, InterruptedException {
        byte[] key = keys.of(submission.trial(), submission.site());
        Plan plan = Plan.of(new SourceBox(key).open(submission.id(), sealedSources));
        Trial trial =
                TrialFile.read("trial " + submission.trial(), plan.trialFile().getBytes(StandardCharsets.UTF_8));
        DeidRequest request = Requests.of(trial, trial.subject(plan.subject()), trial.visit(plan.visit()), key)
                .withPixels(PixelLine.plan(plan.pixels()));
        List<Source> sources =
                plan.sources().stream().map(Plan.SourceLine::source).toList();
        try (Lanes lanes = Lanes.forThisComputer();
                BagWriter bag = new BagWriter(folder, submission.id(), new Packing(1, BagLayout.MAX_PART_PAYLOAD))) {
            progress.begin("progress.reading");
            progress.total(sources.size(), -1);
            SeriesNames series = new SeriesNames();
            PatientValues values = Originals.gather(sources, series, lanes, progress);
            new TypedSweep(request, values).check(plan);
            new PlanNotes(queue, submission.id()).note(plan, request);
            Cleaning cleaning = new Cleaning(request, values, false);
            progress.begin("progress.cleaning");
            progress.total(sources.size(), -1);
            Writing writing = new Writing(bag, sources.size(), progress);
            lanes.inOrder(sources.iterator(), cleaning::clean, writing::take);
            writing.finish(series, values);
            SubmissionManifest manifest = signed(manifest(submission, plan, request, writing), writing.hashes);
            noteSignature(submission, manifest);
            SealedBag sealed = bag.seal(
                    WireJson.writePretty(manifest), Map.of("Bagging-Date", plan.day(), "Bag-Software-Agent", software));
            remember(folder, plan);
            return new Announcement(
                    submission.id(),
                    submission.trial(),
                    submission.site(),
                    submission.subject(),
                    submission.visit(),
                    writing.instances,
                    sealed.payloadFiles(),
                    sealed.payloadBytes(),
                    sealed.manifestSha256(),
                    sealed.parts(),
                    software);
        } catch (ProblemException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("preparing failed", e);
        }
    }

    /** Binds the signature to the images, the answers and everything else that it stands for. */
    private static SubmissionManifest signed(SubmissionManifest manifest, Map<String, String> hashes) {
        SubmissionManifest.SignatureLine signature = manifest.signature();
        return signature == null
                ? manifest
                : manifest.signedBy(signature.over(SignedContent.hash(WireJson.treeOf(manifest), hashes)));
    }

    private void noteSignature(Submission submission, SubmissionManifest manifest) throws ProblemException {
        SubmissionManifest.SignatureLine signature = manifest.signature();
        if (signature != null) {
            queue.noteOnce(
                    submission.id(),
                    "submission.signed",
                    Map.of(
                            "name", signature.name(),
                            "role", signature.role(),
                            "meaning", signature.statement(),
                            "signedAt", signature.signedAt(),
                            "signedSha256", String.valueOf(signature.signedSha256())));
        }
    }

    private void remember(Path folder, Plan plan) throws ProblemException {
        if (plan.to() == null) {
            return;
        }
        Path file = folder.resolve(TOLD);
        try {
            Files.writeString(file, plan.to());
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private SubmissionManifest manifest(Submission submission, Plan plan, DeidRequest request, Writing writing) {
        List<SubmissionManifest.StudyLine> studies = writing.studies();
        int series = studies.stream().mapToInt(study -> study.series().size()).sum();
        return new SubmissionManifest(
                SubmissionManifest.SCHEMA,
                submission.id(),
                submission.trial(),
                submission.site(),
                submission.subject(),
                submission.visit(),
                new SubmissionManifest.Counts(studies.size(), series, writing.instances, writing.bytes),
                studies,
                plan.findings(),
                new TreeMap<>(plan.form()),
                plan.signature(),
                new SubmissionManifest.DeidentificationLine(
                        ProfileTable.EDITION,
                        request.options().stream()
                                .map(Option::jsonName)
                                .sorted()
                                .toList()),
                software);
    }

    /** Takes cleaned images in order and writes them into the bag. */
    private static final class Writing {
        private final BagWriter bag;
        private final int total;
        private final Progress progress;
        private final List<Problem.HeldImage> held = new ArrayList<>();
        private final Map<String, Map<String, SeriesCount>> studies = new TreeMap<>();
        private final Map<String, String> hashes = new TreeMap<>();
        private int seen;
        private int gone;
        private long instances;
        private long bytes;

        Writing(BagWriter bag, int total, Progress progress) {
            this.bag = bag;
            this.total = total;
            this.progress = progress;
        }

        private record SeriesCount(String modality, long instances) {}

        void take(Cleaning.Result result) throws IOException, ProblemException, InterruptedException {
            progress.check();
            seen++;
            progress.addItems(1);
            switch (result) {
                case Cleaning.Held it -> held.add(new Problem.HeldImage(seen, it.reason()));
                case Cleaning.Gone it -> gone++;
                case Cleaning.Safe safe -> {
                    if (held.isEmpty() && gone == 0) {
                        hashes.put(safe.path(), bag.add(safe.path(), safe.size(), safe.content()));
                        count(safe);
                    }
                }
            }
        }

        private void count(Cleaning.Safe safe) {
            instances++;
            bytes += safe.size();
            studies.computeIfAbsent(safe.study(), uid -> new TreeMap<>())
                    .merge(
                            safe.series(),
                            new SeriesCount(safe.modality(), 1),
                            (old, one) -> new SeriesCount(old.modality, old.instances + 1));
        }

        void finish(SeriesNames series, PatientValues values) throws ProblemException {
            if (gone > 0) {
                throw new ProblemException(new Problem.SourceGone(gone, total));
            }
            if (!held.isEmpty()) {
                throw new ProblemException(new Problem.HeldBack(held.stream()
                        .map(image -> new Problem.HeldImage(
                                image.number(), series.in(image.number(), image.reason(), values)))
                        .toList()));
            }
        }

        List<SubmissionManifest.StudyLine> studies() {
            List<SubmissionManifest.StudyLine> lines = new ArrayList<>();
            new LinkedHashMap<>(studies).forEach((study, series) -> {
                List<SubmissionManifest.SeriesLine> of = new ArrayList<>();
                series.forEach((uid, count) ->
                        of.add(new SubmissionManifest.SeriesLine(uid, count.modality(), count.instances())));
                lines.add(new SubmissionManifest.StudyLine(study, of));
            });
            return lines;
        }
    }
}

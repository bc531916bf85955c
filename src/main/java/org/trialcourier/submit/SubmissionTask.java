// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trialcourier.check.CheckInput;
import org.trialcourier.check.Codes;
import org.trialcourier.check.Compared;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Matching;
import org.trialcourier.check.Suggestion;
import org.trialcourier.check.TypedText;
import org.trialcourier.check.Writing;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Deidentifier;
import org.trialcourier.deid.Outcome;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.deid.Preview;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.NewSubmission;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Source;
import org.trialcourier.scan.Study;
import org.trialcourier.settings.TrialKeys;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.VisitWindow;
import org.trialcourier.work.Lanes;
import org.trialcourier.work.Progress;

/**
 * The coordinator's task: a draft is checked, previewed, and sent into the queue, where it is prepared. Windows and
 * commands call nothing else for it. Safe for several threads.
 */
public final class SubmissionTask {
    /** What forbids to write images under the name of one subject. */
    private static final Set<String> SEVERAL_PEOPLE = Set.of(Codes.TWO_PATIENTS, Codes.MIXED_STUDY);

    private final TrialKeys keys;
    private final Queue queue;
    private final Clock clock;
    private final WritingSearch search;

    /** The task on one queue, with the keys of the trials and what is remembered of text in pictures. */
    public SubmissionTask(TrialKeys keys, Queue queue, Clock clock, WritingSearch search) {
        this.search = search;
        this.keys = keys;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * What a person should know about a draft before it is sent; looks through its pictures for text. Blocks, as reading
     * and looking take their time; what was looked at before is remembered.
     */
    public List<Finding> findings(Draft draft, Progress progress) throws ProblemException, InterruptedException {
        return findings(draft, new Rechecks(), progress);
    }

    /** The same while the draft changes: headers that {@code known} has read are not read again. */
    public List<Finding> findings(Draft draft, Rechecks known, Progress progress)
            throws ProblemException, InterruptedException {
        Trial trial = draft.trial();
        Map<String, Writing> writing = PictureFindings.writing(search, draft, progress);
        List<Finding> found = new ArrayList<>(known.findings(new CheckInput(
                draft.images().studies(),
                trial,
                draft.subject(),
                draft.visit(),
                LocalDate.ofInstant(clock.instant(), trial.site().timeZone()),
                new Recognition(keys, queue).memory(trial),
                PictureFindings.seen(draft.pixels(), writing),
                writing)));
        DeidRequest request = request(draft);
        found.addAll(new NameFindings(request).of(draft.images().studies()));
        found.addAll(new LossFindings(request).of(draft.images().studies()));
        found.sort(Comparator.comparing(Finding::severity));
        return found;
    }

    /** The same without a way to stop it. */
    public List<Finding> findings(Draft draft) throws ProblemException {
        try {
            return findings(draft, new Progress());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Blocked(List.of(Phrase.of("finding.burned-in.stopped"))), e);
        }
    }

    /** What can be said of images before subject and visit are chosen; their pictures are not looked at yet. */
    public List<Finding> findings(Trial trial, List<Study> studies, Rechecks known) throws ProblemException {
        return known.findings(new CheckInput(
                studies,
                trial,
                null,
                null,
                LocalDate.ofInstant(clock.instant(), trial.site().timeZone()),
                new Recognition(keys, queue).memory(trial),
                Set.of(),
                Map.of()));
    }

    /** Subjects and visits that images may belong to, likeliest first, each with its reasons; at most {@code most}. */
    public List<Suggestion> suggestions(Trial trial, List<Study> studies, int most) throws ProblemException {
        return new Matching(trial, new Recognition(keys, queue).memory(trial)).rank(studies, most);
    }

    /** What speaks against images being of a subject. */
    public List<Phrase> doubts(Trial trial, List<Study> studies, Subject subject) throws ProblemException {
        return new Matching(trial, new Recognition(keys, queue).memory(trial)).doubts(studies, subject);
    }

    /** What the images of a draft can be compared with to see that they are of the subject. */
    public List<Phrase> compared(Draft draft) throws ProblemException {
        return Compared.of(
                draft.images().studies(), draft.subject(), new Recognition(keys, queue).memory(draft.trial()));
    }

    /** Whether a typed text names a patient of a draft, as sending it would find. */
    public boolean namesPatient(Draft draft, String text) {
        return new TypedText(draft.images().studies()).names(text);
    }

    /** What de-identification does to all images of a draft; nothing is written. The same code as the real run. */
    public Preview preview(Draft draft, Progress progress) throws ProblemException, InterruptedException {
        DeidRequest request = request(draft);
        List<Source> sources = sources(draft);
        Preview preview = new Preview();
        try (Lanes lanes = Lanes.forThisComputer()) {
            progress.begin("progress.reading");
            progress.total(sources.size(), -1);
            PatientValues values = Originals.gather(sources, lanes, progress);
            Deidentifier deidentifier = new Deidentifier(request);
            progress.begin("progress.preview");
            progress.total(sources.size(), -1);
            lanes.inOrder(sources.iterator(), source -> outcome(deidentifier, values, source), (Outcome outcome) -> {
                progress.check();
                preview.add(outcome);
                progress.addItems(1);
            });
        } catch (ProblemException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the preview failed", e);
        }
        return preview;
    }

    /**
     * Writes the de-identified images of a draft into a folder.
     *
     * @param findings what {@link #findings(Draft, Progress)} said of the draft
     * @param withMapping whether to report old and new UIDs and patient ids
     * @throws ProblemException {@link Problem.SeveralPeople} where they are of several people: nothing is written
     */
    public FolderExport.Report export(
            Draft draft, List<Finding> findings, Path folder, boolean withMapping, Progress progress)
            throws ProblemException, InterruptedException {
        List<Phrase> mixed = findings.stream()
                .filter(finding -> SEVERAL_PEOPLE.contains(finding.code()))
                .map(Finding::message)
                .toList();
        if (!mixed.isEmpty()) {
            throw new ProblemException(new Problem.SeveralPeople(mixed));
        }
        Map<String, Phrase> held = PictureFindings.held(draft, findings);
        return new FolderExport(request(draft), folder, held, withMapping).write(sources(draft), progress);
    }

    /**
     * Puts a draft into the queue; it is prepared and sent by the queue's runner.
     *
     * @param who for the audit trail
     * @throws ProblemException {@link Problem.Blocked} where a finding forbids it or lacks its reason, {@link
     *     Problem.NoImages} where nothing is chosen
     */
    public Submission send(Draft draft, String who) throws ProblemException {
        List<Instance> instances = draft.instances();
        if (instances.isEmpty()) {
            throw new ProblemException(
                    new Problem.NoImages(draft.images().files(), draft.images().losses()));
        }
        List<Finding> findings = findings(draft);
        refuseBlocked(draft, findings);
        request(draft);
        UUID id = UUID.randomUUID();
        Plan plan = Plan.of(
                draft,
                findings,
                OffsetDateTime.ofInstant(clock.instant(), draft.trial().site().timeZone()));
        byte[] key = keys.of(draft.trial().id(), draft.trial().site().id());
        long bytes = instances.stream().mapToLong(Instance::bytes).sum();
        return queue.add(
                new NewSubmission(
                        id,
                        draft.trial().id(),
                        draft.trial().site().id(),
                        draft.subject().id(),
                        draft.visit().id(),
                        instances.size(),
                        bytes,
                        deadline(draft).orElse(null)),
                new SourceBox(key).close(id, plan.toBytes()),
                new Recognition(keys, queue).of(draft),
                overrides(draft, findings),
                who);
    }

    /** The findings in spite of which it is sent. */
    private static List<String> overrides(Draft draft, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.needsReason() && draft.reasons().containsKey(finding.code()))
                .map(Finding::code)
                .distinct()
                .sorted()
                .toList();
    }

    private static void refuseBlocked(Draft draft, List<Finding> findings) throws ProblemException {
        List<Phrase> standing = new ArrayList<>(TypedWords.wrong(draft, findings));
        for (Finding finding : findings) {
            boolean explained =
                    !draft.reasons().getOrDefault(finding.code(), "").isBlank();
            if (finding.blocks()) {
                standing.add(finding.message());
            } else if (finding.needsReason() && !explained) {
                standing.add(Phrase.of("finding.with-code", finding.message(), finding.code()));
            }
        }
        if (!standing.isEmpty()) {
            throw new ProblemException(new Problem.Blocked(standing));
        }
    }

    private static Optional<Instant> deadline(Draft draft) {
        return VisitWindow.of(draft.subject(), draft.visit()).map(window -> window.closes()
                .plusDays(1)
                .atStartOfDay(draft.trial().site().timeZone())
                .toInstant());
    }

    private DeidRequest request(Draft draft) throws ProblemException {
        byte[] key = keys.of(draft.trial().id(), draft.trial().site().id());
        return Requests.of(draft.trial(), draft.subject(), draft.visit(), key).withPixels(draft.pixels());
    }

    private static List<Source> sources(Draft draft) {
        return draft.instances().stream().map(Instance::source).toList();
    }

    private static Outcome outcome(Deidentifier deidentifier, PatientValues values, Source source) {
        try {
            return deidentifier.apply(DicomFile.read(source.open(), ReadOptions.WHOLE), values);
        } catch (NotDicomException e) {
            return new Outcome.Refused(e.reason());
        } catch (IOException e) {
            return new Outcome.Refused(Phrase.of("left-out.lost"));
        }
    }
}

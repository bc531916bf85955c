// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Severity;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.PreviewRow;
import org.trialcourier.dicom.Phi;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import org.trialcourier.ui.review.AttributeRow.Filter;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.work.DirectRunner;
import org.trialcourier.work.Progress;

class ReviewViewModelTest {
    private static final PreviewRow NAME =
            row(0x00100010, "PatientName", Action.REPLACED, "Specimen^Fictional", "014-0001");
    private static final PreviewRow DATE = row(0x00080020, "StudyDate", Action.CLEANED, "20261120", "20260301");
    private static final PreviewRow THICKNESS = row(0x00180050, "SliceThickness", Action.KEPT, "1.0", "1.0");
    private static final PreviewRow ADDRESS = row(0x00101040, "PatientAddress", Action.REMOVED, "1 Fiction Road", "");
    private static final PreviewRow LOOKED = row(0x0008103E, "SeriesDescription", Action.CLEANED, "Axial", "Axial");

    private final Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private final ManualTicker ticker = new ManualTicker();
    private final ReviewViewModel model = new ReviewViewModel(new DirectRunner(), ticker, () -> now, Words.english());

    private static PreviewRow row(int tag, String keyword, Action action, String before, String after) {
        return new PreviewRow(
                String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF),
                tag,
                keyword,
                action,
                "PS3.15 E.1-1",
                List.of(Phi.of(before)),
                after.isEmpty() ? List.of() : List.of(after),
                6);
    }

    private static Finding finding(String code, Severity severity) {
        return new Finding(
                code,
                severity,
                Phrase.verbatim("Something about " + code),
                Phrase.verbatim("safe"),
                List.of(),
                Finding.Remedy.EXPLAIN);
    }

    private static ReviewWork work(List<Finding> findings, List<Problem.HeldImage> refusals) {
        return new NothingFound() {
            @Override
            public List<Finding> findings(Progress progress) {
                return findings;
            }

            @Override
            public List<Phrase> compared() {
                return List.of(Phrase.of("compared.sex"));
            }

            @Override
            public boolean namesPatient(String text) {
                return text.contains("Specimen");
            }

            @Override
            public Preview preview(Progress progress) {
                return new Preview(List.of(NAME, DATE, THICKNESS, ADDRESS, LOOKED), refusals);
            }
        };
    }

    @Test
    void imagesWithoutFindingsAreReady() {
        model.review(work(List.of(), List.of()));
        assertThat(model.ready().get()).isTrue();
        assertThat(model.settledTopics()).isEqualTo(Topic.values().length);
    }

    @Test
    void aBlockingFindingStopsWhateverIsTyped() {
        model.review(work(List.of(finding("two-patients", Severity.BLOCK)), List.of()));
        model.findings().getFirst().reason().set("it is fine");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void aFindingThatNeedsAReasonIsSettledByTypingOne() {
        model.review(work(List.of(finding("missing-slices", Severity.REASON)), List.of()));
        assertThat(model.ready().get()).isFalse();
        model.findings().getFirst().reason().set("Not acquired, patient moved");
        assertThat(model.ready().get()).isTrue();
        assertThat(model.reasons()).containsEntry("missing-slices", "Not acquired, patient moved");
    }

    @Test
    void aReasonOfOneLetterSettlesNothing() {
        model.review(work(List.of(finding("missing-slices", Severity.REASON)), List.of()));
        model.findings().getFirst().reason().set("x ");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void aReasonThatNamesThePatientSettlesNothingAndIsMarkedWhileItIsTyped() {
        model.review(work(List.of(finding("missing-slices", Severity.REASON)), List.of()));
        FindingRow row = model.findings().getFirst();
        row.reason().set("Specimen moved");
        assertThat(row.named().get()).isTrue();
        assertThat(model.ready().get()).isFalse();
        row.reason().set("Patient moved");
        assertThat(row.named().get()).isFalse();
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void aReasonIsNoReasonBeforeItWasLookedAt() {
        HeldRunner runner = new HeldRunner();
        ReviewViewModel held = new ReviewViewModel(runner, ticker, () -> now, Words.english());
        held.review(work(List.of(finding("missing-slices", Severity.REASON)), List.of()));
        runner.release();
        held.findings().getFirst().reason().set("Patient moved");
        assertThat(held.ready().get()).isFalse();
        runner.release();
        assertThat(held.ready().get()).isTrue();
    }

    @Test
    void whatWasComparedIsTold() {
        model.review(work(List.of(), List.of()));
        assertThat(model.compared()).containsExactly(Phrase.of("compared.sex"));
    }

    @Test
    void reasonsStayWhenTheSameFindingComesAgain() {
        ReviewWork work = work(List.of(finding("missing-slices", Severity.REASON)), List.of());
        model.review(work);
        model.findings().getFirst().reason().set("Not acquired");
        model.review(work);
        assertThat(model.findings().getFirst().reason().get()).isEqualTo("Not acquired");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void imagesThatCannotBeMadeSafeStop() {
        model.review(work(List.of(), List.of(new Problem.HeldImage(3, Phrase.of("pixels.senseless")))));
        assertThat(model.ready().get()).isFalse();
        assertThat(model.problem().get()).isInstanceOf(Problem.HeldBack.class);
    }

    @Test
    void filtersTellApartWhatChangesStaysAndGoes() {
        model.review(work(List.of(), List.of()));
        assertThat(names(Filter.CHANGED)).containsExactly("Patient's Name", "Study Date");
        assertThat(names(Filter.KEPT)).containsExactly("Slice Thickness", "Series Description");
        assertThat(names(Filter.REMOVED)).containsExactly("Patient's Address");
        assertThat(names(Filter.ALL)).hasSize(5);
        assertThat(names(Filter.FREE_TEXT)).contains("Series Description").doesNotContain("Slice Thickness");
        assertThat(model.counts().get()).containsEntry(Filter.ALL, 5).containsEntry(Filter.REMOVED, 1);
    }

    private List<String> names(Filter filter) {
        model.filter().set(filter);
        return model.shown().stream().map(AttributeRow::name).toList();
    }

    @Test
    void searchLooksIntoNamesValuesAndRules() {
        model.review(work(List.of(), List.of()));
        model.filter().set(Filter.ALL);
        model.search().set("specimen");
        assertThat(model.shown()).extracting(AttributeRow::name).containsExactly("Patient's Name");
        model.search().set("STUDYDATE");
        assertThat(model.shown()).extracting(AttributeRow::before).containsExactly("2026-11-20");
    }

    @Test
    void aDiscTakenOutMeanwhileIsAProblem() {
        model.review(new NothingFound() {
            @Override
            public Preview preview(Progress progress) throws ProblemException {
                throw new ProblemException(new Problem.SourceGone(6, 6));
            }
        });
        assertThat(model.problem().get()).isEqualTo(new Problem.SourceGone(6, 6));
        assertThat(model.ready().get()).isFalse();
        assertThat(ticker.watching()).isZero();
    }

    @Test
    void theCardCountsTheQuestionsThatNothingStandsInTheWayOf() {
        model.review(work(
                List.of(finding("missing-slices", Severity.REASON), finding("limit-KVP", Severity.NOTE)), List.of()));
        int all = Topic.values().length;
        assertThat(model.settledTopics()).isEqualTo(all - 1);
        assertThat(model.findings(Topic.WHOLE)).hasSize(1);
        assertThat(model.findings(Topic.PROTOCOL)).hasSize(1);
        model.findings(Topic.WHOLE).getFirst().reason().set("Not acquired, patient moved");
        assertThat(model.settledTopics()).isEqualTo(all);
    }

    /** A code that no question names would silently count as one of the protocol. */
    @Test
    void everyCodeBelongsToAQuestion() throws IllegalAccessException {
        for (var field : org.trialcourier.check.Codes.class.getFields()) {
            String code = String.valueOf(field.get(null));
            boolean ofProtocol = code.equals("limit-") || code.equals("suv-inputs") || code.equals("lost-by-rules");
            if (!ofProtocol) {
                assertThat(Topic.of(code)).as(code).isNotEqualTo(Topic.PROTOCOL);
            }
        }
    }
}

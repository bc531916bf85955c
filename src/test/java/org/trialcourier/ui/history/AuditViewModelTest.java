// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.audit.AuditReport.Fault;
import org.trialcourier.audit.AuditReport.Kind;
import org.trialcourier.text.Words;
import org.trialcourier.ui.history.AuditViewModel.Row;
import org.trialcourier.ui.history.AuditViewModel.Verdict;
import org.trialcourier.work.DirectRunner;

class AuditViewModelTest {
    private static final String ONE = "11111111-0000-0000-0000-000000000000";
    private static final String TWO = "22222222-0000-0000-0000-000000000000";

    private List<Fault> faults = List.of();
    private final AuditViewModel model = new AuditViewModel(
            "FICTION-1", new Trail(), new DirectRunner(), Words.english(), ZoneId.of("Europe/Zurich"));

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void allEntriesAreThereUntilSomethingIsLookedFor() {
        assertThat(seqs()).containsExactly("5", "4", "3", "2", "1");
        assertThat(model.verdict().get()).isEqualTo(Verdict.WHOLE);
        assertThat(model.acts()).containsExactly("", "submission.queued", "submission.received", "trial.kept");
        assertThat(model.submissions()).containsExactly("", TWO, ONE);
        assertThat(model.submissionWord(ONE)).isEqualTo("014-0001 W08 11111111");
    }

    @Test
    void entriesOfOneSubmissionAreFound() {
        model.submission().set(ONE);
        assertThat(seqs()).containsExactly("4", "2");
    }

    @Test
    void entriesOfOneKindAreFound() {
        model.act().set("submission.queued");
        assertThat(seqs()).containsExactly("3", "2");
        model.submission().set(TWO);
        assertThat(seqs()).containsExactly("3");
    }

    @Test
    void actsAreToldInWordsAndFoundByThem() {
        assertThat(model.rows().getFirst().what()).isEqualTo("Submission: Received");
        assertThat(model.actWord("trial.joined")).isEqualTo("Trial joined");
        assertThat(model.actWord("trial.kept")).isEqualTo("trial.kept");
        model.text().set("submission: queued");
        assertThat(seqs()).containsExactly("3", "2");
    }

    @Test
    void whatStoppedASubmissionIsToldInWords() {
        AuditWords words = new AuditWords(Words.english(), ZoneId.of("UTC"));
        Map<String, String> details = Map.of("from", "uploading", "problem", "Offline");
        assertThat(words.details(entry(1, "", "", "submission.waiting", details)))
                .isEqualTo("from: Sending, problem: receiver not reachable");
    }

    @Test
    void detailsAreToldInThePersonsLanguageAndFoundByIt() {
        AuditViewModel german = new AuditViewModel(
                "FICTION-1", new Trail(), new DirectRunner(), Words.of(Locale.GERMAN), ZoneId.of("Europe/Zurich"));
        german.load();
        assertThat(german.rows().get(3).details()).isEqualTo("Teilnehmer: 014-0001, Sendung: " + ONE + ", Visite: W08");
        german.text().set("Teilnehmer: 014");
        assertThat(german.rows()).hasSize(1);
        AuditWords words = new AuditWords(Words.of(Locale.GERMAN), ZoneId.of("Europe/Zurich"));
        assertThat(words.details(entry(
                        1,
                        "",
                        "program",
                        "submission.waiting",
                        Map.of("from", "uploading", "until", "2026-11-21T23:30:00Z", "slices", "why"))))
                .isEqualTo("von: Wird gesendet, slices: why, bis: 22.11.2026 00:30");
        assertThat(words.details(entry(1, "", "A", "trial.joined", Map.of("from", "file"))))
                .isEqualTo("von: Datei");
    }

    @Test
    void wordsAreFoundInAnyPartOfAnEntry() {
        model.text().set("b. Sample");
        assertThat(seqs()).containsExactly("3");
        model.text().set("014-0001");
        assertThat(seqs()).containsExactly("2");
        model.text().set("nothing like it");
        assertThat(seqs()).isEmpty();
        model.text().set("");
        assertThat(seqs()).hasSize(5);
    }

    @Test
    void daysAreThoseOfTheSite() {
        model.from().set(LocalDate.of(2026, 11, 22));
        assertThat(seqs()).as("23:30 UTC is the next day in Zurich").containsExactly("5", "4", "3");
        model.until().set(LocalDate.of(2026, 11, 22));
        assertThat(seqs()).containsExactly("4", "3");
    }

    @Test
    void whatIsBrokenIsSaidAndWhere() {
        faults = List.of(new Fault(Kind.CHANGED, 3), new Fault(Kind.CUT_OFF, 9));
        model.load();
        assertThat(model.verdict().get()).isEqualTo(Verdict.BROKEN);
        assertThat(model.faults())
                .containsExactly("Entry 3 does not hold what was written.", "The end is missing, up to entry 9.");
    }

    @Test
    void everyKindOfFaultHasWords() {
        for (Kind kind : Kind.values()) {
            faults = List.of(new Fault(kind, 7));
            model.load();
            assertThat(model.faults()).singleElement().asString().isNotEmpty().doesNotContain("audit.fault");
        }
    }

    private List<String> seqs() {
        return model.rows().stream().map(Row::seq).toList();
    }

    private static AuditEntry entry(long seq, String time, String who, String what, Map<String, String> details) {
        return new AuditEntry(seq, time, who, what, new TreeMap<>(details), "", "");
    }

    private final class Trail implements AuditWork {
        @Override
        public List<AuditEntry> latest(String trial, int count) {
            assertThat(trial).isEqualTo("FICTION-1");
            return List.of(
                    entry(5, "2026-11-23T10:00:00Z", "program", "submission.received", Map.of("submission", TWO)),
                    entry(4, "2026-11-22T12:00:00Z", "program", "submission.received", Map.of("submission", ONE)),
                    entry(3, "2026-11-21T23:30:00Z", "B. Sample", "submission.queued", Map.of("submission", TWO)),
                    entry(
                            2,
                            "2026-11-21T10:00:00Z",
                            "A. Sample",
                            "submission.queued",
                            Map.of("submission", ONE, "subject", "014-0001", "visit", "W08")),
                    entry(1, "2026-11-20T10:00:00Z", "program", "trial.kept", Map.of("trial", "FICTION-1")));
        }

        @Override
        public AuditReport verify() {
            return new AuditReport(5, "", faults);
        }

        @Override
        public void export(String trial, Path file) {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.trial.Visit;
import org.trialcourier.trial.VisitState;
import org.trialcourier.trial.VisitState.Kind;
import org.trialcourier.trial.VisitWindow;

class PracticeTrialTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01"})
    void hasSomethingOfEveryStateOnAnyDayButNoQuestionThatNobodyHereCanAnswer(LocalDate today) throws Exception {
        Trial trial = read(today);
        assertThat(trial.subjects()).hasSize(6);
        assertThat(trial.visits()).hasSize(4);
        List<VisitState> states = new ArrayList<>();
        for (Subject subject : trial.subjects()) {
            for (Visit visit : trial.visits()) {
                states.add(VisitState.of(subject, visit, today));
            }
        }
        assertThat(states)
                .extracting(VisitState::kind)
                .contains(Kind.RECEIVED, Kind.OVERDUE, Kind.DUE, Kind.OPENS, Kind.NOT_DONE, Kind.NOT_DUE);
        assertThat(states).extracting(VisitState::kind).doesNotContain(Kind.QUERY);
        assertThat(states).contains(new VisitState(Kind.DUE, 1, 0, ""), new VisitState(Kind.OVERDUE, 3, 0, ""));
        assertThat(states).filteredOn(state -> state.kind() == Kind.OVERDUE).hasSize(1);
    }

    @Test
    void theDiscsStudyDateFitsOneOpenVisit() throws Exception {
        LocalDate today = LocalDate.of(2026, 11, 22);
        Trial trial = read(today);
        Subject subject = trial.subject(PracticeTrial.DISC_SUBJECT);
        LocalDate studyDate = today.minusDays(PracticeTrial.DISC_AGE_DAYS);
        assertThat(trial.visits())
                .filteredOn(
                        visit -> VisitWindow.of(subject, visit).orElseThrow().contains(studyDate))
                .extracting(Visit::id)
                .containsExactly(PracticeTrial.DISC_VISIT);
        assertThat(VisitState.of(subject, trial.visit(PracticeTrial.DISC_VISIT), today)
                        .kind())
                .isEqualTo(Kind.DUE);
    }

    private Trial read(LocalDate today) throws Exception {
        return TrialFile.read(PracticeTrial.make(
                folder,
                today,
                URI.create("http://127.0.0.1:4711/files/"),
                URI.create("http://127.0.0.1:4711/api/v1/")));
    }
}

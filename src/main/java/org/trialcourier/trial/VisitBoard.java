// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The home screen's grid: where each visit of each subject stands on a day.
 *
 * @param today in the site's time zone
 * @param rows one per subject, in the trial's order; each has one cell per visit, in the trial's order
 */
public record VisitBoard(Trial trial, LocalDate today, List<Row> rows) {

    /** One subject. */
    public record Row(Subject subject, List<Cell> cells) {}

    /**
     * One visit of one subject.
     *
     * @param window null where nobody knows it
     */
    public record Cell(
            Trial trial,
            Subject subject,
            Visit visit,
            @Nullable VisitWindow window,
            VisitState state) {}

    /** The board at a moment; {@code local} holds this workstation's submissions, later ones last. */
    public static VisitBoard of(Trial trial, Instant now, Collection<LocalSubmission> local) {
        LocalDate today = now.atZone(trial.site().timeZone()).toLocalDate();
        Map<String, Map<String, LocalSubmission>> submissions = new HashMap<>();
        for (LocalSubmission each : local) {
            submissions.computeIfAbsent(each.subject(), key -> new HashMap<>()).put(each.visit(), each);
        }
        List<Row> rows = new ArrayList<>(trial.subjects().size());
        for (Subject subject : trial.subjects()) {
            Map<String, LocalSubmission> own = submissions.getOrDefault(subject.id(), Map.of());
            List<Cell> cells = new ArrayList<>(trial.visits().size());
            for (Visit visit : trial.visits()) {
                VisitWindow window = VisitWindow.of(subject, visit).orElse(null);
                VisitState state = VisitState.of(subject, visit, window, today);
                LocalSubmission submission = own.get(visit.id());
                cells.add(new Cell(trial, subject, visit, window, submission == null ? state : state.with(submission)));
            }
            rows.add(new Row(subject, cells));
        }
        return new VisitBoard(trial, today, rows);
    }

    /** All cells, row by row. */
    public Stream<Cell> cells() {
        return rows.stream().flatMap(row -> row.cells().stream());
    }

    /** The cell of a subject and visit. */
    public Optional<Cell> cell(String subject, String visit) {
        return rows.stream()
                .filter(row -> row.subject().id().equals(subject))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.visit().id().equals(visit))
                .findFirst();
    }

    /** How many cells are in a state. */
    public long count(VisitState.Kind kind) {
        return cells().filter(cell -> cell.state().kind() == kind).count();
    }

    /** The visits that can be done now, those that close first in front, over all trials of this workstation. */
    public static List<Cell> closingSoonest(Collection<VisitBoard> boards) {
        return boards.stream()
                .flatMap(VisitBoard::cells)
                .filter(cell -> cell.state().kind() == VisitState.Kind.DUE)
                .sorted(Comparator.comparingLong((Cell cell) -> cell.state().days())
                        .thenComparing(cell -> cell.trial().id())
                        .thenComparing(cell -> cell.subject().id()))
                .toList();
    }
}

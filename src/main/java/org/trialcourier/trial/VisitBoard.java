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
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The home screen's grid: where each visit of each subject stands on a day.
 *
 * @param today in the site's time zone
 * @param rows one per subject, in the trial's order; each has one cell per visit, in the trial's order
 * @param blind whether visits may have been sent of which nothing is seen here: they look as if they were due
 */
public record VisitBoard(Trial trial, LocalDate today, List<Row> rows, boolean blind) {

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

    /** The board at a moment; {@code local} holds this workstation's submissions: the last of a visit counts. */
    public static VisitBoard of(Trial trial, Instant now, Collection<LocalSubmission> local) {
        LocalDate today = now.atZone(trial.site().timeZone()).toLocalDate();
        Map<String, Map<String, LocalSubmission>> submissions = new HashMap<>();
        for (LocalSubmission each : local) {
            submissions.computeIfAbsent(each.subject(), key -> new HashMap<>()).put(each.visit(), each);
        }
        Map<@Nullable LocalDate, List<Planned>> schedules = new HashMap<>();
        List<Row> rows = new ArrayList<>(trial.subjects().size());
        for (Subject subject : trial.subjects()) {
            Map<String, LocalSubmission> own = submissions.getOrDefault(subject.id(), Map.of());
            List<Planned> schedule =
                    schedules.computeIfAbsent(subject.day0(), day0 -> schedule(trial.visits(), day0, today));
            boolean plain = subject.visits().isEmpty() && own.isEmpty();
            List<Cell> cells = new ArrayList<>(schedule.size());
            for (int i = 0; i < schedule.size(); i++) {
                Visit visit = trial.visits().get(i);
                Planned planned = plain ? schedule.get(i) : planned(subject, visit, own, today);
                cells.add(new Cell(trial, subject, visit, planned.window(), planned.state()));
            }
            rows.add(new Row(subject, cells));
        }
        return new VisitBoard(trial, today, rows, false);
    }

    /** Where a visit stands, and why. */
    private record Planned(@Nullable VisitWindow window, VisitState state) {}

    private static Planned planned(Subject subject, Visit visit, Map<String, LocalSubmission> own, LocalDate today) {
        VisitWindow window = VisitWindow.of(subject, visit).orElse(null);
        VisitState state = VisitState.of(subject, visit, window, today);
        LocalSubmission submission = own.get(visit.id());
        return new Planned(window, submission == null ? state : state.with(submission));
    }

    /** The same for all subjects who began on one day and of whom nothing else is known. */
    private static List<Planned> schedule(List<Visit> visits, @Nullable LocalDate day0, LocalDate today) {
        Subject subject = new Subject("", "", OptionalInt.empty(), day0, Map.of());
        List<Planned> schedule = new ArrayList<>(visits.size());
        for (Visit visit : visits) {
            schedule.add(planned(subject, visit, Map.of(), today));
        }
        return schedule;
    }

    /** The same where what was sent earlier may not be seen. */
    public VisitBoard unseen() {
        return new VisitBoard(trial, today, rows, true);
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
        List<Cell> due = new ArrayList<>();
        for (VisitBoard board : boards) {
            for (Row row : board.rows) {
                for (Cell cell : row.cells()) {
                    if (cell.state().kind() == VisitState.Kind.DUE) {
                        due.add(cell);
                    }
                }
            }
        }
        due.sort(Comparator.comparingLong((Cell cell) -> cell.state().days())
                .thenComparing(cell -> cell.trial().id())
                .thenComparing(cell -> cell.subject().id()));
        return List.copyOf(due);
    }
}

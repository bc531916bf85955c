// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a visit stands on a given day, before this workstation's own submissions are looked at.
 *
 * @param days until it opens ({@code NOT_DUE}, {@code OPENS}), until it closes ({@code DUE}; 0 = closes today) or since
 *     it closed ({@code OVERDUE}); 0 otherwise, and -1 for {@code NOT_DUE} when nobody knows
 * @param note the reason of a visit not done or the text of a query; or an empty string
 */
public record VisitState(Kind kind, long days, String note) {

    /** Windows that open later than this many days from now are simply not due. */
    public static final int SOON_DAYS = 60;

    /** The states that follow from the window and from the receiver. */
    public enum Kind {
        NOT_DUE,
        OPENS,
        DUE,
        OVERDUE,
        RECEIVED,
        QUERY,
        REJECTED,
        NOT_DONE
    }

    /** The state on {@code today}, a date in the site's time zone. */
    public static VisitState of(Subject subject, Visit visit, LocalDate today) {
        SubjectVisit known = subject.visits().get(visit.id());
        if (known != null) {
            switch (known.status()) {
                case RECEIVED:
                    return new VisitState(Kind.RECEIVED, 0, "");
                case QUERY:
                    return new VisitState(Kind.QUERY, 0, known.reason());
                case REJECTED:
                    return new VisitState(Kind.REJECTED, 0, known.reason());
                case NOT_DONE:
                    return new VisitState(Kind.NOT_DONE, 0, known.reason());
                case EXPECTED:
                    break;
            }
        }
        Optional<VisitWindow> window = VisitWindow.of(subject, visit);
        return window.map(it -> byWindow(it, today)).orElse(new VisitState(Kind.NOT_DUE, -1, ""));
    }

    private static VisitState byWindow(VisitWindow window, LocalDate today) {
        long distance = window.distance(today);
        if (distance > 0) {
            return new VisitState(Kind.OVERDUE, distance, "");
        }
        if (distance == 0) {
            return new VisitState(Kind.DUE, ChronoUnit.DAYS.between(today, window.closes()), "");
        }
        return new VisitState(-distance <= SOON_DAYS ? Kind.OPENS : Kind.NOT_DUE, -distance, "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit stands on a given day.
 *
 * @param days until it opens ({@code NOT_DUE}, {@code OPENS}), until it closes ({@code DUE}; 0 = closes today) or since
 *     it closed ({@code OVERDUE}); 0 otherwise, and {@link #UNKNOWN_DAYS} for {@code NOT_DUE} when nobody knows
 * @param percent sent so far, 0 to 100, for {@code SENDING}; 0 otherwise
 * @param note the reason of a visit not done, the text of a query, why a submission is held; or an empty string
 */
public record VisitState(Kind kind, long days, int percent, String note) {

    /** Windows that open later than this many days from now are simply not due. */
    public static final int SOON_DAYS = 60;

    /** There is no window, because the subject's day 0 is unknown or the visit is unscheduled. */
    public static final long UNKNOWN_DAYS = -1;

    /** The states; {@link #jsonName} is the name in exports. */
    public enum Kind {
        NOT_DUE,
        OPENS,
        DUE,
        OVERDUE,
        DRAFT,
        QUEUED,
        SENDING,
        HELD,
        RECEIVED,
        QUERY,
        REJECTED,
        NOT_DONE;

        /** For instance {@code not-due}. */
        public String jsonName() {
            return JsonSpot.jsonName(this);
        }

        /** Whether images are still to be sent, so that the window matters. */
        public boolean isOpen() {
            return this == NOT_DUE || this == OPENS || this == DUE || this == OVERDUE || this == DRAFT;
        }
    }

    /** A state that needs no days. */
    static VisitState of(Kind kind, String note) {
        return new VisitState(kind, 0, 0, note);
    }

    /** The state on {@code today}, a date in the site's time zone, as far as roster and window tell. */
    public static VisitState of(Subject subject, Visit visit, LocalDate today) {
        return of(subject, visit, VisitWindow.of(subject, visit).orElse(null), today);
    }

    /** The same where the window is known already. */
    static VisitState of(Subject subject, Visit visit, @Nullable VisitWindow window, LocalDate today) {
        SubjectVisit known = subject.visits().get(visit.id());
        if (known != null) {
            return switch (known.status()) {
                case RECEIVED -> of(Kind.RECEIVED, "");
                case QUERY -> of(Kind.QUERY, known.reason());
                case REJECTED -> of(Kind.REJECTED, known.reason());
                case NOT_DONE -> of(Kind.NOT_DONE, known.reason());
                case EXPECTED -> byWindow(window, today);
            };
        }
        return byWindow(window, today);
    }

    /** The state once this workstation's own submission for the visit is looked at too. */
    VisitState with(LocalSubmission local) {
        if (local.kind().isOpen() && !kind.isOpen()) {
            return this;
        }
        if (kind == Kind.NOT_DONE && local.kind() == Kind.RECEIVED) {
            return of(Kind.RECEIVED, "");
        }
        boolean answered = kind == Kind.RECEIVED || kind == Kind.QUERY || kind == Kind.NOT_DONE;
        boolean settled = local.kind() == Kind.RECEIVED || local.kind() == Kind.REJECTED;
        if (answered && settled) {
            return this;
        }
        return new VisitState(local.kind(), local.kind().isOpen() ? days : 0, local.percent(), local.note());
    }

    private static VisitState byWindow(@Nullable VisitWindow window, LocalDate today) {
        if (window == null) {
            return new VisitState(Kind.NOT_DUE, UNKNOWN_DAYS, 0, "");
        }
        long distance = window.distance(today);
        if (distance > 0) {
            return new VisitState(Kind.OVERDUE, distance, 0, "");
        }
        if (distance == 0) {
            return new VisitState(Kind.DUE, ChronoUnit.DAYS.between(today, window.closes()), 0, "");
        }
        return new VisitState(-distance <= SOON_DAYS ? Kind.OPENS : Kind.NOT_DUE, -distance, 0, "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** The days on which a visit counts: {@code opens} and {@code closes} belong to it; {@code day} is the planned one. */
public record VisitWindow(LocalDate opens, LocalDate day, LocalDate closes) {

    /** The window of a visit, or nothing where the subject's day 0 is unknown or the visit is unscheduled. */
    public static Optional<VisitWindow> of(Subject subject, Visit visit) {
        LocalDate planned = null;
        SubjectVisit known = subject.visits().get(visit.id());
        LocalDate day0 = subject.day0();
        OptionalInt day = visit.day();
        if (known != null && known.planned() != null) {
            planned = known.planned();
        } else if (day0 != null && day.isPresent()) {
            planned = day0.plusDays(day.getAsInt());
        }
        return planned == null
                ? Optional.empty()
                : Optional.of(
                        new VisitWindow(planned.minusDays(visit.before()), planned, planned.plusDays(visit.after())));
    }

    /** Whether an examination of that day counts for the visit. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(opens) && !date.isAfter(closes);
    }

    /** Days from the window to {@code date}: negative before it opens, 0 within, positive after it has closed. */
    public long distance(LocalDate date) {
        if (date.isBefore(opens)) {
            return -ChronoUnit.DAYS.between(date, opens);
        }
        return date.isAfter(closes) ? ChronoUnit.DAYS.between(closes, date) : 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver knows of one visit of one subject.
 *
 * @param reason why a visit was not done, or what a query asks; or an empty string
 * @param planned the day the visit was moved to, in place of day 0 + the visit's day; null = as scheduled
 */
public record SubjectVisit(
        Status status, String reason, @Nullable LocalDate planned) {

    /** The name in a trial file is lower case with hyphens. */
    public enum Status {
        EXPECTED,
        RECEIVED,
        QUERY,
        REJECTED,
        NOT_DONE
    }
}

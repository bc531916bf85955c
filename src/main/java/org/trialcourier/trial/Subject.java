// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in the trial, known by a number only.
 *
 * @param sex M, F, O or an empty string
 * @param day0 the day that visits count from, or null while it is not known
 * @param visits what the receiver says about visits, by visit id; visits it says nothing about are absent
 */
public record Subject(
        String id,
        String sex,
        OptionalInt birthYear,
        @Nullable LocalDate day0,
        Map<String, SubjectVisit> visits) {
    public Subject {
        visits = Collections.unmodifiableMap(new LinkedHashMap<>(visits));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialcourier.scan.Study;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;

/**
 * What is checked.
 *
 * @param studies the selection: studies with the series and instances that are to be sent
 * @param subject null while it is not chosen
 * @param visit null while it is not chosen
 * @param today in the site's time zone
 * @param memory what was sent before
 * @param pixelsReviewed series (original UIDs) whose pictures a person has looked at for burned-in text
 * @param writing what looking for text came to, by original series UID; nobody looked at a series that is not named
 */
public record CheckInput(
        List<Study> studies,
        Trial trial,
        @Nullable Subject subject,
        @Nullable Visit visit,
        LocalDate today,
        Memory memory,
        Set<String> pixelsReviewed,
        Map<String, Writing> writing) {
    public CheckInput {
        studies = List.copyOf(studies);
        pixelsReviewed = Set.copyOf(pixelsReviewed);
        writing = Map.copyOf(writing);
    }

    /** A selection whose pictures nobody has looked at yet, where nothing was sent before. */
    public CheckInput(
            List<Study> studies, Trial trial, @Nullable Subject subject, @Nullable Visit visit, LocalDate today) {
        this(studies, trial, subject, visit, today, Memory.NONE, Set.of(), Map.of());
    }
}

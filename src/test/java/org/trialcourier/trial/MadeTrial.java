// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A trial of one site, put together in code: a baseline and a visit at week 8. */
final class MadeTrial {
    private MadeTrial() {}

    static Visit week8() {
        return new Visit("W08", "Week 8", OptionalInt.of(56), 7, 7, List.of());
    }

    static Subject subject(@Nullable LocalDate day0, Map<String, SubjectVisit> visits) {
        return subject("S", day0, visits);
    }

    static Subject subject(String id, @Nullable LocalDate day0, Map<String, SubjectVisit> visits) {
        return new Subject(id, "F", OptionalInt.of(1961), day0, visits);
    }

    static Trial trial(ZoneId zone, Subject subject) {
        Visit baseline = new Visit("BL", "Bäseline, first", OptionalInt.of(0), 14, 0, List.of());
        return trial(zone, List.of(baseline, week8()), List.of(subject));
    }

    static Trial trial(ZoneId zone, List<Visit> visits, List<Subject> subjects) {
        return new Trial(
                1,
                new TrialInfo("T", "Long name ".repeat(9).strip(), "", ""),
                new Site("014", "Site", zone),
                new DestinationSpec(DestinationSpec.Type.TUS, JsonSpot.NOWHERE, null, DestinationSpec.SignIn.NONE),
                new Deidentification(List.of(), List.of(), 365),
                visits,
                List.of(),
                subjects,
                List.of(),
                "{}");
    }
}

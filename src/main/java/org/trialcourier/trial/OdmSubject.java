// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What an export said of one subject so far; each further word of it replaces or removes an earlier one. */
final class OdmSubject {
    /** Where the subject is seen (LocationOID), or empty. */
    String location = "";

    private String sex = "";
    private OptionalInt birthYear = OptionalInt.empty();
    private @Nullable LocalDate day0;
    private final Map<String, Map<String, Occurrence>> visits = new LinkedHashMap<>();

    /** One of the times that a study event took place or was to (StudyEventRepeatKey). */
    private static final class Occurrence {
        private @Nullable LocalDate planned;
        private boolean notDone;
        private String reason = "";
    }

    OdmSubject() {}

    /** A subject that an earlier export told of. */
    OdmSubject(Subject known) {
        sex = known.sex();
        birthYear = known.birthYear();
        day0 = known.day0();
        known.visits().forEach((id, visit) -> {
            Occurrence at = at(id, "");
            at.planned = visit.planned();
            at.notDone = visit.status() == SubjectVisit.Status.NOT_DONE;
            at.reason = visit.reason();
        });
    }

    void sex(String value) {
        sex = value;
    }

    void birthYear(OptionalInt year) {
        birthYear = year;
    }

    void day0(@Nullable LocalDate day) {
        day0 = day;
    }

    void planned(String event, String repeat, @Nullable LocalDate day) {
        at(event, repeat).planned = day;
    }

    void notDone(String event, String repeat, boolean not) {
        at(event, repeat).notDone = not;
    }

    void reason(String event, String repeat, String why) {
        at(event, repeat).reason = why;
    }

    /** Forgets one occurrence of a study event. */
    void remove(String event, String repeat) {
        Map<String, Occurrence> occurrences = visits.get(key(event));
        if (occurrences != null && occurrences.remove(repeat) != null && occurrences.isEmpty()) {
            visits.remove(key(event));
        }
    }

    private Occurrence at(String event, String repeat) {
        return visits.computeIfAbsent(key(event), id -> new LinkedHashMap<>())
                .computeIfAbsent(repeat, key -> new Occurrence());
    }

    /** What an earlier export told of a visit stands under the trial's id of it, which is the end of the OID. */
    private String key(String event) {
        String bare = event.substring(event.lastIndexOf('.') + 1);
        return visits.containsKey(bare) ? bare : event;
    }

    Subject as(String id) {
        Map<String, SubjectVisit> own = new LinkedHashMap<>();
        visits.forEach((event, occurrences) -> own.put(event, visit(occurrences)));
        return new Subject(id, sex, birthYear, day0, own);
    }

    /** A visit that may be repeated was not done where no occurrence of it was; it is planned for the last day named. */
    private static SubjectVisit visit(Map<String, Occurrence> occurrences) {
        LocalDate planned = null;
        boolean notDone = true;
        String reason = "";
        for (Occurrence each : occurrences.values()) {
            notDone &= each.notDone;
            reason = each.reason.isEmpty() ? reason : each.reason;
            planned = each.planned == null ? planned : each.planned;
        }
        return new SubjectVisit(
                notDone ? SubjectVisit.Status.NOT_DONE : SubjectVisit.Status.EXPECTED, notDone ? reason : "", planned);
    }
}

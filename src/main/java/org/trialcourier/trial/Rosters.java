// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings subjects of an EDC export into a trial. */
public final class Rosters {
    private Rosters() {}

    /**
     * The trial with the subjects of a roster: new ones are added, known ones get what the roster knows of them, and
     * none is removed. Unknown fields of the trial file stay, and what the receiver said of visits too.
     *
     * @throws ProblemException where the result would be no good trial file
     */
    public static Trial merge(Trial trial, List<Subject> roster) throws ProblemException {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(trial.json());
        ArrayNode subjects = root.path("subjects") instanceof ArrayNode there ? there : root.putArray("subjects");
        Map<String, ObjectNode> known = new HashMap<>();
        for (JsonNode each : subjects) {
            if (each instanceof ObjectNode object) {
                known.put(object.path("id").asString(""), object);
            }
        }
        for (Subject subject : roster) {
            ObjectNode node = known.get(subject.id());
            if (node == null) {
                node = subjects.addObject().put("id", subject.id());
            }
            if (!subject.sex().isEmpty()) {
                node.put("sex", subject.sex());
            }
            if (subject.birthYear().isPresent()) {
                node.put("birthYear", subject.birthYear().getAsInt());
            }
            LocalDate day0 = subject.day0();
            if (day0 != null) {
                node.put("day0", day0.toString());
            }
            visits(node, subject);
        }
        return TrialFile.read(
                "trial " + trial.id(),
                JsonMapper.shared().writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
    }

    /** Days that the export plans for visits, and visits not done; what the receiver said of a visit stays. */
    private static void visits(ObjectNode node, Subject subject) {
        subject.visits().forEach((id, visit) -> {
            ObjectNode visits = node.path("visits") instanceof ObjectNode there ? there : node.putObject("visits");
            ObjectNode at = visits.path(id) instanceof ObjectNode there ? there : visits.putObject(id);
            LocalDate planned = visit.planned();
            if (planned != null) {
                at.put("planned", planned.toString());
            }
            if (visit.status() == SubjectVisit.Status.NOT_DONE && !at.has("status")) {
                at.put("status", "not-done").put("reason", visit.reason());
            }
        });
    }

    /** Subjects of an export as text, to be kept beside the trial's copy. */
    public static String text(List<Subject> roster) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (Subject subject : roster) {
            ObjectNode node = array.addObject().put("id", subject.id()).put("sex", subject.sex());
            subject.birthYear().ifPresent(year -> node.put("birthYear", year));
            LocalDate day0 = subject.day0();
            if (day0 != null) {
                node.put("day0", day0.toString());
            }
            visits(node, subject);
        }
        return JsonMapper.shared().writeValueAsString(array);
    }

    /** What {@link #text} wrote. */
    public static List<Subject> subjects(String text) {
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode node : JsonMapper.shared().readTree(text)) {
            Map<String, SubjectVisit> visits = new LinkedHashMap<>();
            node.path("visits").properties().forEach(each -> visits.put(each.getKey(), visit(each.getValue())));
            subjects.add(new Subject(
                    node.path("id").asString(),
                    node.path("sex").asString(""),
                    node.has("birthYear")
                            ? OptionalInt.of(node.path("birthYear").asInt())
                            : OptionalInt.empty(),
                    date(node.path("day0")),
                    visits));
        }
        return subjects;
    }

    private static SubjectVisit visit(JsonNode node) {
        SubjectVisit.Status status = node.has("status") ? SubjectVisit.Status.NOT_DONE : SubjectVisit.Status.EXPECTED;
        return new SubjectVisit(status, node.path("reason").asString(""), date(node.path("planned")));
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return node.isMissingNode() ? null : LocalDate.parse(node.asString());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            if (subject.day0() != null) {
                node.put("day0", subject.day0().toString());
            }
        }
        return TrialFile.read(
                "trial " + trial.id(),
                JsonMapper.shared().writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
    }
}

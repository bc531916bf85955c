// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Fingerprint;
import org.trialcourier.check.Marks;
import org.trialcourier.check.Memory;
import org.trialcourier.check.Sent;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Marked;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.State;
import org.trialcourier.settings.TrialKeys;
import org.trialcourier.trial.Trial;
import org.trialcourier.wire.WireJson;

/** Remembers by keyed marks whom and what was sent, so that the same person and the same images are known again. */
final class Recognition {
    private final TrialKeys keys;
    private final Queue queue;

    Recognition(TrialKeys keys, Queue queue) {
        this.keys = keys;
        this.queue = queue;
    }

    /** What was sent for a trial, and what for all others. */
    Memory memory(Trial trial) throws ProblemException {
        Set<List<String>> others = new LinkedHashSet<>();
        queue.list().forEach(each -> others.add(List.of(each.trial(), each.site())));
        others.remove(List.of(trial.id(), trial.site().id()));
        List<Memory> elsewhere = new ArrayList<>();
        for (List<String> other : others) {
            elsewhere.add(new Memory(marks(other.get(0), other.get(1)), sent(other.get(0), other.get(1))));
        }
        return new Memory(marks(trial), sent(trial.id(), trial.site().id()), elsewhere);
    }

    /** Whether a text holds a word of the name, the number or the birth date of somebody sent as this subject. */
    boolean names(String text, String trial, String site, String subject) throws ProblemException {
        Marks marks = marks(trial, site);
        List<Sent> before = sent(trial, site).stream()
                .filter(each -> each.subject().equals(subject))
                .toList();
        List<Fingerprint> people =
                before.stream().flatMap(each -> each.people().stream()).toList();
        Set<String> nameWords =
                before.stream().flatMap(each -> each.nameWords().stream()).collect(Collectors.toSet());
        return new NamedPeople(marks, people, nameWords).areIn(text);
    }

    private List<Sent> sent(String trial, String site) throws ProblemException {
        List<Sent> sent = new ArrayList<>();
        for (Marked each : queue.marks(trial, site)) {
            sent.add(WireJson.read(each.marks(), Sent.class).standing(underWay(each.state())));
        }
        return sent;
    }

    private static @Nullable String underWay(State state) {
        return state == State.RECEIVED || state == State.QUERY
                ? null
                : "state." + state.name().toLowerCase(Locale.ROOT);
    }

    byte[] of(Draft draft) throws ProblemException {
        Trial trial = draft.trial();
        return WireJson.write(Sent.of(
                trial.id(),
                draft.subject().id(),
                draft.visit().id(),
                draft.images().studies(),
                marks(trial)));
    }

    private Marks marks(Trial trial) throws ProblemException {
        return marks(trial.id(), trial.site().id());
    }

    private Marks marks(String trial, String site) throws ProblemException {
        return new Marks(keys.of(trial, site));
    }
}

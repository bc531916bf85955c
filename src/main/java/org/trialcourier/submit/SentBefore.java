// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialcourier.check.Memory;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Study;
import org.trialcourier.settings.TrialKeys;
import org.trialcourier.trial.Trial;

/** What this workstation knows, by keyed marks, of images that were sent: which are new, which are at hand again. */
public final class SentBefore {
    private final TrialKeys keys;
    private final Queue queue;

    /** By the marks in a queue, under the keys of the trials. */
    public SentBefore(TrialKeys keys, Queue queue) {
        this.keys = keys;
        this.queue = queue;
    }

    /** The part of a draft that was not sent before for its subject and visit. */
    public Draft onlyNew(Draft draft) throws ProblemException {
        Memory memory = new Recognition(keys, queue).memory(draft.trial());
        Set<String> left = memory
                .delta(
                        draft.images().studies(),
                        draft.subject().id(),
                        draft.visit().id())
                .stream()
                .flatMap(Study::instances)
                .map(Instance::sopInstanceUid)
                .collect(Collectors.toSet());
        return draft.of(Selection.ofInstances(draft.images(), instance -> left.contains(instance.sopInstanceUid())));
    }

    /** One of these images, from the middle, that was sent for a subject and visit before; empty where none was. */
    public Optional<Instance> stillHere(Trial trial, String subject, String visit, List<Study> studies)
            throws ProblemException {
        Memory memory = new Recognition(keys, queue).memory(trial);
        List<Instance> sent = studies.stream()
                .filter(study -> memory.ofStudy(study, subject, visit).isPresent())
                .flatMap(Study::instances)
                .toList();
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.get(sent.size() / 2));
    }

    /**
     * Refuses a text about a submission that names its patient, before it is kept or leaves.
     *
     * @param field what the text is, a key
     * @throws ProblemException {@code TypedIdentifier}
     */
    public void mustNameNobody(String text, String field, Submission about) throws ProblemException {
        if (new Recognition(keys, queue).names(text, about.trial(), about.site(), about.subject())) {
            throw new ProblemException(new Problem.TypedIdentifier(field, "identifier"));
        }
    }
}

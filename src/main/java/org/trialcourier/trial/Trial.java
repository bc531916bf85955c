// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.util.List;
import java.util.Optional;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * All that this workstation knows of one trial at one site.
 *
 * @param json the trial file as it was read, with the fields that this version does not know
 */
public record Trial(
        int schema,
        TrialInfo trial,
        Site site,
        DestinationSpec destination,
        Deidentification deidentification,
        List<Visit> visits,
        List<Imaging> imaging,
        List<Subject> subjects,
        List<FormField> form,
        String json) {
    public Trial {
        visits = List.copyOf(visits);
        imaging = List.copyOf(imaging);
        subjects = List.copyOf(subjects);
        form = List.copyOf(form);
    }

    /** The trial's id, unique together with the site's. */
    public String id() {
        return trial.id();
    }

    /** The subject of that id; otherwise a problem that lists those there are. */
    public Subject subject(String id) throws ProblemException {
        for (Subject subject : subjects) {
            if (subject.id().equals(id)) {
                return subject;
            }
        }
        throw new ProblemException(new Problem.UnknownSubject(
                id, subjects.stream().map(Subject::id).toList()));
    }

    /** The visit of that id; otherwise a problem that lists those there are. */
    public Visit visit(String id) throws ProblemException {
        for (Visit visit : visits) {
            if (visit.id().equals(id)) {
                return visit;
            }
        }
        throw new ProblemException(
                new Problem.UnknownVisit(id, visits.stream().map(Visit::id).toList()));
    }

    /** What people call a visit: its name, or its id where the trial no longer has it. */
    public String visitName(String id) {
        return visits.stream()
                .filter(visit -> visit.id().equals(id))
                .findFirst()
                .map(Visit::name)
                .orElse(id);
    }

    /** The examination of that id. */
    public Optional<Imaging> imaging(String id) {
        return imaging.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The examinations that a visit asks for, in its order. */
    public List<Imaging> requiredAt(Visit visit) {
        return visit.requires().stream().flatMap(id -> imaging(id).stream()).toList();
    }
}

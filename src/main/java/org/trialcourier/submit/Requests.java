// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trialcourier.deid.ClinicalTrial;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.ExtraRule;
import org.trialcourier.deid.Option;
import org.trialcourier.deid.TrialKey;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Deidentification;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.Visit;

/** What a trial, a subject and a visit mean for de-identification, which itself knows none of them. */
final class Requests {
    private Requests() {}

    static DeidRequest of(Trial trial, Subject subject, Visit visit, byte[] trialKey) throws ProblemException {
        Deidentification asked = trial.deidentification();
        Set<Option> options = EnumSet.noneOf(Option.class);
        asked.options().forEach(name -> Option.ofJsonName(name).ifPresent(options::add));
        List<Problem.Mistake> mistakes = new ArrayList<>();
        List<ExtraRule> rules = TrialRules.read(asked, mistakes);
        if (!mistakes.isEmpty()) {
            throw new ProblemException(new Problem.BadFile("trial " + trial.id(), mistakes));
        }
        ClinicalTrial module = new ClinicalTrial(
                trial.trial().sponsor(),
                trial.id(),
                trial.trial().name(),
                trial.site().id(),
                trial.site().name(),
                visit.id(),
                visit.name(),
                trial.trial().coordinatingCenter());
        return new DeidRequest(
                options, rules, TrialKey.of(trialKey), subject.id(), module, Math.max(1, asked.dateShiftDays()));
    }
}

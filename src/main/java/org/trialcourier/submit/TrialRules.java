// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trialcourier.deid.ExtraRule;
import org.trialcourier.deid.rules.RuleBook;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.trial.Deidentification;

/** The rules of a trial file as de-identification understands them. */
public final class TrialRules {
    private static final String PATH = "$.deidentification.rules";

    private TrialRules() {}

    /** What is wrong with the rules that a trial file asks for, all at once, each with its JSON path. */
    public static List<Mistake> mistakes(Deidentification asked) {
        List<Mistake> mistakes = new ArrayList<>();
        read(asked, mistakes);
        return mistakes;
    }

    /** The rules that are right; what is wrong with the others is added to the mistakes. */
    static List<ExtraRule> read(Deidentification asked, List<Mistake> mistakes) {
        List<ExtraRule> rules = new ArrayList<>();
        for (int i = 0; i < asked.rules().size(); i++) {
            Deidentification.Rule rule = asked.rules().get(i);
            String path = PATH + "[" + i + "]";
            try {
                ExtraRule read = ExtraRule.of(
                        rule.tag(),
                        rule.action(),
                        rule.creator().isEmpty() ? null : rule.creator(),
                        rule.value().isEmpty() ? null : rule.value());
                for (ExtraRule other : rules) {
                    // Refuses two rules for one place that differ, however they are written.
                    new RuleBook(Set.of(), List.of(other, read));
                }
                rules.add(read);
            } catch (IllegalArgumentException wrong) {
                mistakes.add(new Mistake(path, String.valueOf(wrong.getMessage())));
            }
        }
        return rules;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trialcourier.check.Finding;
import org.trialcourier.check.TypedText;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.trial.FormAnswers;
import org.trialcourier.trial.FormField;

/** What is wrong with the words a coordinator typed: answers that break the trial's rules, and words that name the patient. */
final class TypedWords {
    private TypedWords() {}

    /** Sentences for the person; none where all is well. */
    static List<Phrase> wrong(Draft draft, List<Finding> findings) {
        List<FormField> form = draft.trial().form();
        List<Phrase> wrong = new ArrayList<>();
        for (Mistake mistake : FormAnswers.mistakes(form, draft.form())) {
            wrong.add(Phrase.of("typed.answer", label(form, mistake.path()), mistake.message()));
        }
        TypedText patients = new TypedText(draft.images().studies());
        for (Map.Entry<String, String> reason : draft.reasons().entrySet()) {
            if (patients.names(reason.getValue())) {
                wrong.add(Phrase.of("typed.reason-names", about(findings, reason.getKey())));
            }
        }
        for (Map.Entry<String, String> answer : draft.form().entrySet()) {
            if (patients.names(answer.getValue())) {
                wrong.add(Phrase.of("typed.answer-names", label(form, answer.getKey())));
            }
        }
        return wrong;
    }

    /** What a reason was given for, in words. */
    private static Object about(List<Finding> findings, String code) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::safeMessage)
                .findFirst()
                .orElse(Phrase.verbatim(code));
    }

    private static String label(List<FormField> form, String id) {
        return form.stream()
                .filter(field -> field.id().equals(id))
                .map(FormField::label)
                .findFirst()
                .orElse(id);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialcourier.problem.Problem.Mistake;

/** Rules of a trial's questions: which are asked, and which answers are good. */
public final class FormAnswers {
    private static final int MAX_TEXT = 1000;

    private FormAnswers() {}

    /** Whether a question is asked, given the answers so far. A question behind one that is not asked is not either. */
    public static boolean isAsked(FormField field, List<FormField> form, Map<String, String> answers) {
        FormField.Condition condition = field.when();
        if (condition == null) {
            return true;
        }
        Optional<FormField> other = form.stream()
                .filter(each -> each.id().equals(condition.field()))
                .findFirst();
        return other.isPresent()
                && !other.get().id().equals(field.id())
                && isAsked(other.get(), form, answers)
                && answers.getOrDefault(condition.field(), "").strip().equals(condition.equals());
    }

    /** The answers to questions that are asked, without blanks around them; what is not asked is left out. */
    public static Map<String, String> given(List<FormField> form, Map<String, String> answers) {
        Map<String, String> given = new LinkedHashMap<>();
        for (FormField field : form) {
            String answer = answers.getOrDefault(field.id(), "").strip();
            if (!answer.isEmpty() && isAsked(field, form, answers)) {
                given.put(field.id(), answer);
            }
        }
        return given;
    }

    /** All that is wrong with the answers; the path of a mistake is the question's id. */
    public static List<Mistake> mistakes(List<FormField> form, Map<String, String> answers) {
        List<Mistake> mistakes = new ArrayList<>();
        for (FormField field : form) {
            if (isAsked(field, form, answers)) {
                mistake(field, answers.getOrDefault(field.id(), "").strip())
                        .ifPresent(message -> mistakes.add(new Mistake(field.id(), message)));
            }
        }
        for (String id : answers.keySet()) {
            if (form.stream().noneMatch(field -> field.id().equals(id))) {
                mistakes.add(new Mistake(id, "is no question of this trial"));
            }
        }
        return mistakes;
    }

    /** What is wrong with one answer, as the end of a sentence that begins with the question. */
    public static Optional<String> mistake(FormField field, String answer) {
        if (answer.isEmpty()) {
            return field.required() ? Optional.of("needs an answer") : Optional.empty();
        }
        return switch (field.type()) {
            case TEXT ->
                answer.length() > MAX_TEXT
                        ? Optional.of("is longer than " + MAX_TEXT + " characters")
                        : Optional.empty();
            case CHOICE -> oneOf(field.choices(), answer);
            case YES_NO -> oneOf(List.of("yes", "no"), answer);
            case DATE -> date(answer);
            case NUMBER -> number(field, answer);
        };
    }

    private static Optional<String> oneOf(List<String> choices, String answer) {
        return choices.contains(answer)
                ? Optional.empty()
                : Optional.of("must be one of " + String.join(", ", choices) + ", but is " + JsonSpot.quoted(answer));
    }

    private static Optional<String> date(String answer) {
        try {
            LocalDate.parse(answer);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("must be a date such as 2026-09-01, but is " + JsonSpot.quoted(answer));
        }
    }

    private static Optional<String> number(FormField field, String answer) {
        double value;
        try {
            value = Double.parseDouble(answer);
        } catch (NumberFormatException e) {
            return Optional.of("must be a number, but is " + JsonSpot.quoted(answer));
        }
        double least = field.min().orElse(Double.NEGATIVE_INFINITY);
        double most = field.max().orElse(Double.POSITIVE_INFINITY);
        if (!Double.isFinite(value) || answer.matches(".*[a-df-zA-DF-Z].*")) {
            return Optional.of("must be a number, but is " + JsonSpot.quoted(answer));
        }
        if (value < least || value > most) {
            String unit = field.unit().isEmpty() ? "" : " " + field.unit();
            return Optional.of("must be " + range(field) + unit + ", but is " + answer);
        }
        return Optional.empty();
    }

    private static String range(FormField field) {
        String least = field.min().isPresent() ? JsonSpot.plain(field.min().getAsDouble()) : "";
        String most = field.max().isPresent() ? JsonSpot.plain(field.max().getAsDouble()) : "";
        if (least.isEmpty()) {
            return "at most " + most;
        }
        return most.isEmpty() ? "at least " + least : "from " + least + " to " + most;
    }
}

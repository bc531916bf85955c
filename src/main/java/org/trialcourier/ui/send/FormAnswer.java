// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.trialcourier.trial.FormField;

/** A question of the trial with the answer that is being given. */
public final class FormAnswer {
    private final FormField field;
    private final StringProperty value = new SimpleStringProperty("");
    private final BooleanProperty asked = new SimpleBooleanProperty(true);

    FormAnswer(FormField field) {
        this.field = field;
    }

    /** Whether the answer is complete and within its limits; a question that is not asked is. */
    public boolean isAnswered() {
        return !asked.get() || mistake().isEmpty();
    }

    /** What is wrong with the answer, as a key of the bundle. */
    Optional<String> mistake() {
        String text = value.get().strip();
        if (text.isEmpty()) {
            return field.required() ? Optional.of("send.form.missing") : Optional.empty();
        }
        return switch (field.type()) {
            case NUMBER -> number(text);
            case DATE -> text.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.empty() : Optional.of("send.form.date");
            case CHOICE -> field.choices().contains(text) ? Optional.empty() : Optional.of("send.form.missing");
            case TEXT, YES_NO -> Optional.empty();
        };
    }

    private Optional<String> number(String text) {
        double number;
        try {
            number = Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            return Optional.of("send.form.number");
        }
        boolean inside = number >= field.min().orElse(Double.NEGATIVE_INFINITY)
                && number <= field.max().orElse(Double.POSITIVE_INFINITY);
        return inside ? Optional.empty() : Optional.of("send.form.range");
    }

    /** The question. */
    public FormField field() {
        return field;
    }

    /** The answer as it goes into the manifest: a date in ISO form, yes or no in English. */
    public StringProperty value() {
        return value;
    }

    /** Whether the question is asked at all; it may hang on an earlier answer. */
    public BooleanProperty asked() {
        return asked;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.trialcourier.trial.FormAnswers;
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
        return !asked.get() || FormAnswers.mistake(field, given()).isEmpty();
    }

    /** The answer as it goes into the manifest: without blanks around it, a number with a point. */
    String given() {
        String text = value.get().strip();
        return field.type() == FormField.Type.NUMBER ? text.replace(',', '.') : text;
    }

    /** What is wrong with the answer, as a key of the bundle. */
    Optional<String> mistake() {
        return FormAnswers.mistake(field, given()).map(found -> switch (field.type()) {
            case NUMBER -> given().matches("[-+]?[0-9]*\\.?[0-9]+") ? "send.form.range" : "send.form.number";
            case DATE -> "send.form.date";
            case TEXT -> "send.form.long";
            case CHOICE, YES_NO -> "send.form.missing";
        });
    }

    /** The question. */
    public FormField field() {
        return field;
    }

    /** The answer as it was typed. */
    public StringProperty value() {
        return value;
    }

    /** Whether the question is asked at all; it may hang on an earlier answer. */
    public BooleanProperty asked() {
        return asked;
    }
}

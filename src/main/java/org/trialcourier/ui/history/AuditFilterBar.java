// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import atlantafx.base.controls.CustomTextField;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** What narrows the entries of the trail: words, act, submission, days. */
final class AuditFilterBar extends FlowPane {
    private static final double PICKER = 124;

    private final Words words;

    AuditFilterBar(AuditViewModel model, Words words) {
        this.words = words;
        getStyleClass().addAll("table-head", "wrapping");
        setMinHeight(USE_PREF_SIZE);
        CustomTextField search = Nodes.name(new CustomTextField(), "audit.search", words);
        search.setPromptText(words.say("audit.search"));
        search.getStyleClass().add("small");
        search.setLeft(Nodes.icon(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.text());
        getChildren()
                .addAll(
                        search,
                        box("audit.every-act", model.acts(), model.act(), model::actWord),
                        box("audit.every-submission", model.submissions(), model.submission(), model::submissionWord),
                        day("audit.from", model.from()),
                        day("audit.until", model.until()));
    }

    private ComboBox<String> box(
            String key, ObservableList<String> values, StringProperty chosen, UnaryOperator<String> word) {
        ComboBox<String> box = Nodes.name(new ComboBox<>(values), key, words);
        box.getStyleClass().addAll("small", "audit-choice");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null || value.isEmpty() ? words.say(key) : word.apply(value);
            }

            @Override
            public String fromString(String typed) {
                return typed;
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private DatePicker day(String key, Property<@Nullable LocalDate> day) {
        DatePicker picker = Nodes.name(new DatePicker(), key, words);
        picker.getEditor().setId(picker.getId() + "-typed");
        picker.getEditor().setAccessibleText(words.say(key));
        picker.setPromptText(words.say(key));
        picker.getStyleClass().add("small");
        DateTimeFormatter days = words.formats().days();
        picker.setConverter(new LocalDateStringConverter(days, days));
        picker.setPrefWidth(PICKER);
        picker.valueProperty().bindBidirectional(day);
        return picker;
    }
}

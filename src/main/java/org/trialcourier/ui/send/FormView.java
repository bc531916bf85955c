// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import org.trialcourier.text.Words;
import org.trialcourier.trial.FormField;
import org.trialcourier.ui.shared.Nodes;

/** The trial's questions, each with the control its type asks for. */
final class FormView extends VBox {
    private final Words words;

    FormView(List<FormAnswer> answers, Words words) {
        this.words = words;
        getStyleClass().add("blocks");
        answers.forEach(answer -> getChildren().add(line(answer)));
    }

    private VBox line(FormAnswer answer) {
        FormField field = answer.field();
        String asked = field.required() ? words.say("send.form.required", field.label()) : field.label();
        Label label = Nodes.paragraph(asked, "strong");
        Label mistake = Nodes.label("", "small-text", "toned", "tone-bad");
        Node control = control(answer);
        answer.value().subscribe(text -> {
            String key = text.isEmpty() ? "" : answer.mistake().orElse("");
            Nodes.mistake(mistake, control.lookup("#form-" + field.id()), key.isEmpty() ? "" : words.say(key));
        });
        VBox line = Nodes.column("lines", label, control, mistake);
        answer.asked().subscribe(on -> Nodes.show(line, on));
        return line;
    }

    private Node control(FormAnswer answer) {
        FormField field = answer.field();
        return switch (field.type()) {
            case TEXT -> text(answer);
            case NUMBER -> Nodes.row("line", text(answer), Nodes.label(field.unit(), "muted"));
            case DATE -> date(answer, words);
            case CHOICE -> choice(answer);
            case YES_NO -> toggles(answer);
        };
    }

    private static <C extends Control> C named(C control, FormAnswer answer) {
        control.setId("form-" + answer.field().id());
        control.setAccessibleText(answer.field().label());
        return control;
    }

    private static TextField text(FormAnswer answer) {
        TextField text = named(new TextField(), answer);
        text.textProperty().bindBidirectional(answer.value());
        return text;
    }

    private static DatePicker date(FormAnswer answer, Words words) {
        DatePicker picker = named(new DatePicker(), answer);
        DateTimeFormatter days = words.formats().days();
        picker.setConverter(new LocalDateStringConverter(days, days));
        picker.valueProperty().subscribe(day -> answer.value().set(day == null ? "" : day.toString()));
        answer.value().subscribe(text -> picker.setValue(text.isEmpty() ? null : LocalDate.parse(text)));
        return picker;
    }

    private static ComboBox<String> choice(FormAnswer answer) {
        ComboBox<String> box = named(new ComboBox<>(), answer);
        box.getItems().setAll(answer.field().choices());
        box.valueProperty().subscribe(value -> answer.value().set(value == null ? "" : value));
        answer.value().subscribe(text -> box.setValue(text.isEmpty() ? null : text));
        return box;
    }

    private HBox toggles(FormAnswer answer) {
        ToggleGroup group = new ToggleGroup();
        HBox row = Nodes.row("filters");
        for (String value : List.of("yes", "no")) {
            ToggleButton button = new ToggleButton(words.say("send.form." + value));
            button.setId("form-" + answer.field().id() + "-" + value);
            button.setAccessibleText(answer.field().label() + ": " + button.getText());
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                answer.value().set(value);
            });
            answer.value().subscribe(text -> button.setSelected(text.equals(value)));
            button.getStyleClass().add(value.equals("yes") ? "left-pill" : "right-pill");
            row.getChildren().add(button);
        }
        return row;
    }
}

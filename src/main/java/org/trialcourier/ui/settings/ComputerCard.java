// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.LoginStart;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** Where things are on this computer, how much room they may take, and whether the program starts by itself. */
final class ComputerCard extends VBox {
    private static final long GB = 1_000_000_000;
    private static final List<Long> LIMITS = List.of(0L, 5 * GB, 10 * GB, 20 * GB, 50 * GB, 100 * GB);

    private final SettingsViewModel model;
    private final Words words;

    ComputerCard(SettingsViewModel model, Words words, SettingsView.Places places) {
        this.model = model;
        this.words = words;
        getStyleClass().add("card");
        Label free = Nodes.label("");
        model.facts()
                .subscribe(facts ->
                        free.setText(facts == null ? "" : words.formats().bytes(facts.freeBytes())));
        getChildren()
                .addAll(
                        Nodes.row("card-head", Nodes.label(words.say("settings.storage"), "title")),
                        line("settings.folder", fact("settings.folder", places.folder())),
                        line("settings.free", free),
                        line("settings.spool", limit()),
                        line("settings.secrets", Nodes.paragraph(places.secrets())),
                        line("settings.login", login()),
                        line("settings.notices", notices()),
                        line("settings.version", Nodes.label(places.version())));
        model.look();
    }

    private HBox line(String key, Node value) {
        return Nodes.row("setting", Nodes.label(words.say(key), "setting-name"), value);
    }

    private TextField fact(String key, String text) {
        TextField field = Nodes.name(new TextField(text), key, words);
        field.setEditable(false);
        field.getStyleClass().addAll("fact", "mono");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private ComboBox<Long> limit() {
        ComboBox<Long> box = Nodes.name(new ComboBox<>(), "settings.spool", words);
        long now = model.kept().spoolLimitBytes();
        box.getItems().setAll(LIMITS);
        if (!LIMITS.contains(now)) {
            box.getItems().add(now);
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Long bytes) {
                return bytes == null || bytes == 0
                        ? words.say("settings.spool.none")
                        : words.formats().bytes(bytes);
            }

            @Override
            public Long fromString(String typed) {
                return now;
            }
        });
        box.setValue(now);
        box.valueProperty().addListener((property, before, bytes) -> model.limitSpool(bytes));
        return box;
    }

    private CheckBox notices() {
        CheckBox box =
                Nodes.name(new CheckBox(words.say("settings.notices.closing")), "settings.notices.closing", words);
        box.setSelected(model.kept().closingNotices());
        box.setOnAction(event -> model.tellOfClosing(box.isSelected()));
        box.setWrapText(true);
        return box;
    }

    private HBox login() {
        CheckBox box = Nodes.name(new CheckBox(words.say("settings.login.on")), "settings.login", words);
        Label cannot = Nodes.paragraph(words.say("settings.login.not-installed"), "muted");
        box.setOnAction(event -> model.startAtLogin(box.isSelected()));
        model.facts().subscribe(facts -> {
            boolean can = facts != null && facts.login() != LoginStart.Offer.NOT_INSTALLED;
            Nodes.show(box, can);
            Nodes.show(cannot, facts != null && !can);
            box.setSelected(facts != null && facts.login() == LoginStart.Offer.ON);
        });
        return Nodes.row("line", box, cannot);
    }
}

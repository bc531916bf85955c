// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Scrolled;
import org.trialcourier.ui.shared.Theme;

/** The settings screen: one card a subject. */
public final class SettingsView extends VBox {
    private final SettingsViewModel model;
    private final Words words;

    /** Where things are, for the storage card. */
    public record Places(String folder, String secrets, String version) {}

    /** Shows the settings. */
    public SettingsView(
            SettingsViewModel model,
            SignInViewModel signIn,
            DoctorViewModel doctor,
            TrialsViewModel trials,
            Words words,
            Places places) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("page", "with-foot");
        VBox cards = Nodes.column(
                "blocks",
                look(),
                new TrialsCard(trials, words),
                new ConnectionCard(model, words),
                new SignInCard(signIn, words),
                new DoctorCard(doctor, words),
                new ComputerCard(model, words, places));
        cards.getStyleClass().add("settings-cards");
        Scrolled scroll = new Scrolled(cards);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Nodes.row("page-head", Nodes.label(words.say("settings.title"), "page-title")),
                        new ProblemBox(words, model.problem()),
                        scroll);
    }

    private VBox look() {
        ToggleGroup group = new ToggleGroup();
        HBox themes = Nodes.row("filters");
        for (Theme theme : Theme.values()) {
            String key = "settings.theme." + theme.setting();
            ToggleButton button = Nodes.name(new ToggleButton(words.say(key)), key, words);
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.choose(theme);
            });
            button.setSelected(model.theme().get() == theme);
            themes.getChildren().add(button);
        }
        themes.getChildren().getFirst().getStyleClass().add("left-pill");
        themes.getChildren().get(1).getStyleClass().add("center-pill");
        themes.getChildren().getLast().getStyleClass().add("right-pill");
        Node later = Nodes.paragraph(words.say("settings.language.later"));
        later.visibleProperty()
                .bind(model.language().isNotEqualTo(model.language().get()));
        later.managedProperty().bind(later.visibleProperty());
        return card("settings.look", line("settings.theme", themes), line("settings.language", languages()), later);
    }

    private ComboBox<String> languages() {
        ComboBox<String> box = Nodes.name(new ComboBox<>(), "settings.language", words);
        List<String> tags = new ArrayList<>(List.of(""));
        Words.LANGUAGES.forEach(language -> tags.add(language.toLanguageTag()));
        box.getItems().setAll(tags);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String tag) {
                if (tag == null || tag.isEmpty()) {
                    return words.say("settings.language.system");
                }
                Locale language = Locale.forLanguageTag(tag);
                String name = language.getDisplayLanguage(language);
                return name.substring(0, 1).toUpperCase(language) + name.substring(1);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setValue(model.language().get());
        box.valueProperty().addListener((property, before, now) -> model.speak(now));
        return box;
    }

    private VBox card(String key, Node... lines) {
        VBox card = Nodes.column("card", Nodes.row("card-head", Nodes.label(words.say(key), "title")));
        card.getChildren().addAll(lines);
        return card;
    }

    private HBox line(String key, Node value) {
        return Nodes.row("setting", Nodes.label(words.say(key), "setting-name"), value);
    }
}

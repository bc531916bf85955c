// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.settings;

import java.io.File;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** How this computer reaches the network: proxy, and whom it trusts besides the authorities of the system. */
final class ConnectionCard extends VBox {
    private static final String SYSTEM = "system";
    private static final String NONE = "none";

    private final SettingsViewModel model;
    private final Words words;

    ConnectionCard(SettingsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("card");
        getChildren()
                .addAll(
                        Nodes.row("card-head", Nodes.label(words.say("settings.connection"), "title")),
                        line("settings.proxy", proxy()),
                        line("settings.authorities", authorities()),
                        gone());
    }

    private HBox line(String key, javafx.scene.Node value) {
        HBox.setHgrow(value, Priority.ALWAYS);
        return Nodes.row("setting", Nodes.label(words.say(key), "setting-name"), value);
    }

    private VBox proxy() {
        String now = model.typedProxy();
        boolean byHand = !now.isEmpty() && !now.equals(SYSTEM) && !now.equals(NONE);
        TextField address = Nodes.name(new TextField(byHand ? now : ""), "settings.proxy.address", words);
        address.setPromptText(words.say("settings.proxy.example"));
        Label wrong = Nodes.paragraph("", "small-text", "toned", "tone-bad");
        wrong.setId("settings-proxy-mistake");
        Button use = Nodes.button(words, "settings.proxy.use", () -> model.proxy(address.getText()));
        use.disableProperty().bind(address.textProperty().isEmpty());
        address.setOnAction(event -> use.fire());
        HBox.setHgrow(address, Priority.ALWAYS);
        HBox entry = Nodes.row("line", address, use);
        ToggleGroup group = new ToggleGroup();
        ToggleButton system = choice("settings.proxy.system", group, "left-pill", () -> model.proxy(SYSTEM));
        ToggleButton none = choice("settings.proxy.none", group, "center-pill", () -> model.proxy(NONE));
        ToggleButton hand = choice("settings.proxy.hand", group, "right-pill", address::requestFocus);
        hand.selectedProperty().subscribe(on -> {
            Nodes.show(entry, on);
            Nodes.mistake(wrong, address, "");
        });
        group.selectToggle(byHand ? hand : now.equals(NONE) ? none : system);
        model.proxyMistake().subscribe(key -> Nodes.mistake(wrong, address, key.isEmpty() ? "" : words.say(key)));
        return Nodes.column("lines", Nodes.row("filters", system, none, hand), entry, wrong);
    }

    private ToggleButton choice(String key, ToggleGroup group, String style, Runnable chosen) {
        ToggleButton button = Nodes.name(new ToggleButton(words.say(key)), key, words);
        button.setToggleGroup(group);
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.run();
        });
        return button;
    }

    private HBox authorities() {
        Label names = Nodes.paragraph("");
        names.setId("settings-authorities");
        Button forget = Nodes.button(words, "settings.authorities.forget", model::trustSystemAlone, "flat", "small");
        Button pick = Nodes.button(words, "settings.authorities.pick", Feather.FOLDER, this::pick, "small");
        forget.setMinWidth(USE_PREF_SIZE);
        pick.setMinWidth(USE_PREF_SIZE);
        model.authorities().subscribe(added -> {
            names.setText(added == null ? "" : say(added));
            Nodes.show(forget, added != null && !added.isEmpty());
        });
        model.lookAtAuthorities();
        return Nodes.row("line", names, Nodes.spring(), forget, pick);
    }

    /** What to do where the added ones cannot be read any more. */
    private Label gone() {
        Label gone = Nodes.paragraph(words.say("settings.authorities.gone"), "small-text", "toned", "tone-bad");
        gone.setId("settings-authorities-gone");
        model.authoritiesGone().subscribe(so -> Nodes.show(gone, so));
        return gone;
    }

    private String say(List<String> added) {
        return switch (added.size()) {
            case 0 -> words.say("settings.authorities.system");
            case 1 -> added.getFirst();
            default -> words.say("list.more", added.getFirst(), added.size() - 1);
        };
    }

    private void pick() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Nodes.plain(words, "settings.authorities.pick"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        words.say("settings.authorities.kind"), "*.pem", "*.crt", "*.cer", "*.der"));
        File picked = chooser.showOpenDialog(getScene().getWindow());
        if (picked != null) {
            model.trust(picked.toPath());
        }
    }
}

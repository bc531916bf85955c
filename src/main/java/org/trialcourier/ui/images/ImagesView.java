// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** The image viewer: series above, picture in the middle, pages and covers below. */
public final class ImagesView extends VBox {
    private static final double WIDEST = 360;
    /** Below this height the picture has the room of the hint, which the guide says as well. */
    private static final double LOW = 480;

    private final ImagesViewModel model;
    private final Words words;

    /** Shows the images. */
    public ImagesView(ImagesViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("card", "images");
        ImagePane pane = new ImagePane(model, words);
        pane.setId("images-picture");
        pane.setAccessibleText(words.say("images.picture"));
        Label nothing = Nodes.label(words.say("images.unreadable"), "on-black");
        model.unreadable().subscribe(nothing::setVisible);
        ToggleButton sheet = sheetButton();
        ContactSheet contacts = new ContactSheet(model, words, () -> sheet.setSelected(false));
        sheet.selectedProperty().subscribe(on -> {
            contacts.setVisible(on);
            pane.setVisible(!on);
            model.sheet().show(on ? model.chosen().get() : null);
        });
        model.chosen().subscribe(now -> sheet.setSelected(false));
        StackPane middle = new StackPane(pane, nothing, contacts);
        middle.getStyleClass().add("image-ground");
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(pane, sheet), found(), middle, pages(), foot());
    }

    private ToggleButton sheetButton() {
        ToggleButton sheet = Nodes.name(new ToggleButton(), "images.sheet", words);
        sheet.setGraphic(Nodes.icon(Feather.GRID));
        sheet.setTooltip(new Tooltip(words.say("images.sheet")));
        return sheet;
    }

    private HBox head(ImagePane pane, ToggleButton sheet) {
        ComboBox<Shown> series = Nodes.name(new ComboBox<>(model.series()), "images.series", words);
        series.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Shown shown) {
                return shown == null ? "" : shown.called(words);
            }

            @Override
            public Shown fromString(String text) {
                throw new UnsupportedOperationException("a series is chosen, not typed");
            }
        });
        series.valueProperty().bindBidirectional(model.chosen());
        series.setMinWidth(80);
        series.setMaxWidth(WIDEST);
        HBox.setHgrow(series, Priority.ALWAYS);
        ToggleButton cover = Nodes.name(new ToggleButton(words.say("images.cover")), "images.cover", words);
        cover.setGraphic(Nodes.icon(Feather.EDIT_2));
        cover.setTooltip(new Tooltip(words.say("images.cover.why")));
        cover.selectedProperty().bindBidirectional(model.covering());
        Button undo = Nodes.iconButton(words, "images.undo", Feather.CORNER_UP_LEFT, model.covers()::undo);
        undo.disableProperty().bind(model.covers().canUndo().not());
        Button redo = Nodes.iconButton(words, "images.redo", Feather.CORNER_UP_RIGHT, model.covers()::redo);
        redo.disableProperty().bind(model.covers().canRedo().not());
        Button reset = Nodes.iconButton(words, "images.reset", Feather.SUN, model::resetWindow);
        Button whole = Nodes.iconButton(words, "images.whole", Feather.MAXIMIZE, pane::whole);
        series.getStyleClass().add("small");
        return Nodes.row("image-tools", series, sheet, whole, reset, undo, redo, cover);
    }

    /** What looking for text came to, and for which images a cover is to be. */
    private FlowPane found() {
        CheckBox device = Nodes.name(new CheckBox(words.say("images.device")), "images.device", words);
        device.setTooltip(new Tooltip(words.say("images.device.why")));
        device.selectedProperty().bindBidirectional(model.forDevice());
        device.setMinWidth(USE_PREF_SIZE);
        FlowPane found = new FlowPane(new FoundBar(model, words), device);
        found.getStyleClass().add("wrapping");
        found.setMinHeight(USE_PREF_SIZE);
        return found;
    }

    private HBox pages() {
        Slider slider = Nodes.name(new Slider(0, 0, 0), "images.page", words);
        slider.setBlockIncrement(1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label number = Nodes.label("", "muted");
        number.setMinWidth(USE_PREF_SIZE);
        model.chosen().subscribe(now -> slider.setMax(Math.max(0, model.count() - 1)));
        slider.valueProperty().subscribe(value -> model.index().set((int) Math.round(value.doubleValue())));
        Runnable say =
                () -> number.setText(words.say("images.number", model.index().get() + 1, model.count()));
        model.index().subscribe(value -> {
            slider.setValue(value.intValue());
            say.run();
        });
        model.chosen().subscribe(now -> say.run());
        return Nodes.row("line", slider, number);
    }

    private VBox foot() {
        CheckBox vouch = Nodes.name(new CheckBox(words.say("images.vouch")), "images.vouch", words);
        vouch.setOnAction(event -> model.vouch(vouch.isSelected()));
        InvalidationListener judge = change -> vouch.setSelected(model.isVouched());
        model.looked().addListener(judge);
        model.chosen().addListener(judge);
        vouch.setMinWidth(USE_PREF_SIZE);
        Label hint = Nodes.paragraph(words.say("images.hint"), "muted", "small-text");
        heightProperty().subscribe(height -> Nodes.show(hint, height.doubleValue() > LOW));
        return Nodes.column("lines", vouch, hint);
    }
}

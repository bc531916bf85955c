// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.submit.SeriesWriting;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** Above the picture: what looking for text in this series came to, and the way from place to place. */
final class FoundBar extends HBox {
    private final ImagesViewModel model;
    private final Words words;
    private final Chip state = new Chip();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button next;
    private final Button all;
    private final Button known;

    FoundBar(ImagesViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("line");
        next = Nodes.button(words, "images.next", Feather.ARROW_RIGHT, model.places()::next, "small");
        all = Nodes.button(
                words,
                "images.cover-all",
                Feather.EYE_OFF,
                () -> model.places().cover(model.places().open()),
                "small");
        known = Nodes.button(words, "images.known", Feather.LAYOUT, model.places()::accept, "small");
        known.setTooltip(new Tooltip(words.say("images.known.why")));
        busy.getStyleClass().add("busy");
        busy.setAccessibleText(words.say("images.looking"));
        getChildren().addAll(busy, state, Nodes.spring(), known, next, all);
        InvalidationListener judge = change -> judge();
        model.covers().masks().addListener(judge);
        model.covers().harmless().addListener(judge);
        model.look().busy().addListener(judge);
        model.look().found().addListener((MapChangeListener<Object, Object>) change -> judge());
        model.frame().addListener(judge);
        model.chosen().subscribe(now -> judge());
    }

    private void judge() {
        Shown shown = model.chosen().get();
        SeriesWriting writing = shown == null ? null : model.look().found().get(shown.uid());
        int open = model.places().open().size();
        Nodes.show(busy, writing == null && model.look().busy().get());
        Nodes.show(known, !model.places().proposed().isEmpty());
        Nodes.show(next, open > 0);
        Nodes.show(all, open > 0);
        if (writing == null) {
            state.show(
                    Tone.NEUTRAL,
                    Feather.SEARCH,
                    words.say(model.look().busy().get() ? "images.looking" : "images.not-looked"));
        } else if (!writing.searched()) {
            state.show(Tone.CARE, Feather.ALERT_TRIANGLE, words.say("images.no-finder"));
        } else if (writing.pictures() == 0 && writing.unreadable() == null) {
            state.show(Tone.NEUTRAL, Feather.LAYERS, words.say("images.found.outlines"));
        } else if (open > 0) {
            boolean patient = model.places().open().stream().anyMatch(SeriesWriting.Place::isPatient);
            state.show(
                    patient ? Tone.BAD : Tone.CARE,
                    Feather.ALERT_TRIANGLE,
                    words.say(patient ? "images.found.patient" : "images.found", open));
        } else if (writing.unreadable() != null) {
            state.show(Tone.BAD, Feather.X_CIRCLE, words.say("images.found.unreadable"));
        } else if (writing.partly()) {
            state.show(Tone.CARE, Feather.EYE, words.say("images.found.partly", writing.pictures()));
        } else {
            state.show(
                    Tone.GOOD,
                    Feather.CHECK_CIRCLE,
                    words.say(
                            writing.places().isEmpty() ? "images.found.nothing" : "images.found.settled",
                            writing.pictures(),
                            shown.spots().size()));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Nodes;

/** The trial's name in the top bar, with the others behind it. */
public final class TrialMenu extends MenuButton {
    private final Words words;
    private final Offer offer;

    /**
     * Where one can go.
     *
     * @param trials all trials of this workstation, as they come and go
     * @param change works in one of them
     * @param practise goes to practice mode
     * @param join offers to join another
     */
    public record Offer(ObservableList<Trial> trials, Consumer<Trial> change, Runnable practise, Runnable join) {}

    TrialMenu(ShellViewModel model, Words words, Offer offer) {
        this.words = words;
        this.offer = offer;
        Nodes.name(this, "top.trials", words);
        getStyleClass().addAll("flat", "trial-menu");
        model.trial().subscribe(trial -> fill(trial, model.practice().get()));
        model.practice().subscribe(on -> fill(model.trial().get(), on));
        offer.trials()
                .subscribe(() -> fill(model.trial().get(), model.practice().get()));
    }

    private void fill(@Nullable Trial now, boolean practising) {
        String name = now == null ? words.say("top.no-trial") : now.trial().name();
        setText(name);
        setAccessibleText(words.say("top.trials") + ": " + name);
        getItems().clear();
        for (Trial trial : offer.trials()) {
            boolean open = !practising
                    && now != null
                    && trial.id().equals(now.id())
                    && trial.site().id().equals(now.site().id());
            MenuItem item = new MenuItem(
                    words.say("top.trial", trial.trial().name(), trial.site().id()),
                    Nodes.icon(open ? Feather.CHECK : Feather.FILE_TEXT));
            item.setMnemonicParsing(false);
            item.setId("trial-" + trial.id() + "-" + trial.site().id());
            item.setOnAction(event -> {
                if (!open) {
                    offer.change().accept(trial);
                }
            });
            getItems().add(item);
        }
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        if (!practising) {
            getItems().add(item("top.practise", Feather.AWARD, offer.practise()));
        }
        getItems().add(item("top.join", Feather.PLUS, offer.join()));
    }

    private MenuItem item(String key, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(words.say(key), Nodes.icon(icon));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}

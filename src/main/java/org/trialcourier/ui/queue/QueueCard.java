// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Sentence;
import org.trialcourier.text.Words;
import org.trialcourier.ui.queue.QueueRow.Action;
import org.trialcourier.ui.shared.CardCell;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Question;

/** One submission in the queue: who and which visit, its state, a bar, and buttons for what is possible. */
final class QueueCard implements CardCell.Card<QueueRow> {
    private final Label title = Nodes.label("", "title");
    private final Chip state = new Chip();
    private final Label summary = Nodes.label("", "muted", "small-text");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label movement = Nodes.label("", "muted", "small-text");
    private final Label trouble = Nodes.paragraph("");
    private final Map<Action, Button> buttons = new LinkedHashMap<>();
    private final VBox card;
    private @Nullable QueueRow shown;

    QueueCard(Words words, QueueViewModel model, Question.Asker asker) {
        add(Action.MOVE_FIRST, Nodes.iconButton(words, "queue.first", Feather.ARROW_UP, () -> act(model::moveFirst)));
        add(Action.RETRY, Nodes.button(words, "queue.retry", Feather.REFRESH_CW, () -> act(model::retry)));
        add(Action.RESUME, Nodes.button(words, "queue.resume", Feather.PLAY, () -> act(model::resume)));
        add(Action.PAUSE, Nodes.iconButton(words, "queue.pause", Feather.PAUSE, () -> act(model::pause)));
        add(
                Action.CANCEL,
                Nodes.iconButton(
                        words, "queue.cancel", Feather.X, () -> act(id -> asker.ask(giveUp(words, model, id)))));
        var head = Nodes.row("line", title, state, Nodes.spring());
        head.getChildren().addAll(buttons.values());
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(bar, Priority.NEVER);
        card = Nodes.column("card", head, bar, Nodes.row("line", summary, Nodes.spring(), movement), trouble);
        card.getStyleClass().add("queue-card");
    }

    /** Giving up cannot be undone, so it is asked. */
    private static Question giveUp(Words words, QueueViewModel model, UUID id) {
        StringProperty reason = new SimpleStringProperty("");
        return new Question(
                words.say("queue.cancel.title"),
                words.say("queue.cancel.text"),
                List.of(
                        new Question.Choice("queue.cancel.keep", () -> {}, "flat"),
                        new Question.Choice("queue.cancel.do", () -> model.cancel(id, reason.get()), "danger")),
                new Question.Blank("queue.cancel.reason", reason));
    }

    private void add(Action action, Button button) {
        buttons.put(action, button);
    }

    private void act(Consumer<UUID> wish) {
        QueueRow row = shown;
        if (row != null) {
            wish.accept(row.id());
        }
    }

    @Override
    public Region node() {
        return card;
    }

    @Override
    public String show(QueueRow row) {
        shown = row;
        title.setText(row.title());
        state.show(row.look().tone(), row.look().icon(), row.stateWord());
        summary.setText(row.summary());
        movement.setText(row.movement());
        Nodes.show(bar, row.share() >= 0);
        bar.setProgress(Math.max(0, row.share()));
        String text = trouble(row);
        trouble.setText(text);
        Nodes.show(trouble, !text.isEmpty());
        buttons.forEach((action, button) -> Nodes.show(button, row.actions().contains(action)));
        return row.title() + ", " + row.stateWord() + ". " + row.movement() + " " + text;
    }

    private static String trouble(QueueRow row) {
        Sentence sentence = row.sentence();
        return ((sentence == null ? "" : sentence.paragraph()) + " " + row.note()).strip();
    }
}

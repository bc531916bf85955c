// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.queue;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.CardCell;
import org.trialcourier.ui.shared.EmptyState;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Question;

/** The queue screen. */
public final class QueueView extends VBox {
    /** Shows the queue; {@code begin} starts a new submission, {@code asker} asks before one is given up. */
    public QueueView(QueueViewModel model, Words words, Runnable begin, Question.Asker asker) {
        getStyleClass().addAll("page", "measured");
        ListView<QueueRow> list = Nodes.name(new ListView<>(model.rows()), "queue.list", words);
        list.getStyleClass().add("card-list");
        list.setCellFactory(view -> new CardCell<>(new QueueCard(words, model, asker)));
        EmptyState empty = new EmptyState(
                Feather.UPLOAD_CLOUD,
                words.say("queue.empty.title"),
                words.say("queue.empty.text"),
                Nodes.button(words, "queue.empty.begin", Feather.PLUS, begin, "accent"));
        var nothing = Bindings.isEmpty(model.rows());
        empty.visibleProperty().bind(nothing.and(Bindings.not(model.blind())));
        EmptyState unseen = EmptyState.unseen(words);
        unseen.visibleProperty().bind(nothing.and(model.blind()));
        list.visibleProperty().bind(nothing.not());
        StackPane body = new StackPane(list, empty, unseen);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Nodes.row(
                                "page-head",
                                Nodes.column(
                                        "lines",
                                        Nodes.label(words.say("queue.title"), "page-title"),
                                        Nodes.label(words.say("queue.hint"), "muted")),
                                Nodes.spring(),
                                new LimitsView(model, words)),
                        new ProblemBox(words, model.problem()),
                        new ProblemBox(words, model.standstill()),
                        body);
    }
}

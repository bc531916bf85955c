// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Subject;
import org.trialcourier.ui.shared.CardCell;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.EmptyState;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Tone;

/** Second step on the screen: subjects left, the chosen one's visits right. */
public final class SubjectView extends HBox {
    private final SubjectViewModel model;
    private final Words words;

    /** Shows the step. */
    public SubjectView(SubjectViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("beside");
        VBox right =
                Nodes.column("blocks", new ConcernsView(model, words), new SuggestionsView(model, words), visits());
        VBox.setVgrow(right.getChildren().getLast(), Priority.ALWAYS);
        // Its room beside the bar stays: a list of visits that becomes narrower would lose the chosen one from sight.
        right.getStyleClass().add("scrolled");
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Who chose a subject goes on to its visits, however much is said above them.
        model.subject().subscribe(chosen -> scroll.setVvalue(chosen == null ? 0 : 1));
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(subjects(), scroll);
    }

    private VBox subjects() {
        CustomTextField search = Nodes.name(new CustomTextField(), "subject.search", words);
        search.setLeft(Nodes.icon(Feather.SEARCH));
        search.setPromptText(words.say("subject.search"));
        search.textProperty().bindBidirectional(model.search());
        ListView<Subject> list = Nodes.name(new ListView<>(model.subjects()), "subject.list", words);
        list.setPlaceholder(Nodes.paragraph(words.say("subject.none"), "muted", "centered"));
        list.setCellFactory(view -> new SubjectCell());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.subject().set(chosen);
            }
        });
        model.subject().subscribe(chosen -> {
            if (chosen == null) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(chosen);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox card = Nodes.column(
                "card", Nodes.row("card-head", Nodes.label(words.say("subject.title"), "title")), search, list);
        card.getStyleClass().add("subject-card");
        return card;
    }

    private VBox visits() {
        ListView<VisitChoice> list = Nodes.name(new ListView<>(model.visits()), "subject.visits", words);
        list.getStyleClass().addAll("card-list", "visit-list");
        list.setCellFactory(view -> new CardCell<>(new VisitChoiceCard()));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.visit().set(chosen);
            }
        });
        model.visit().subscribe(chosen -> {
            if (chosen == null) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(chosen);
                list.scrollTo(chosen);
            }
        });
        EmptyState empty =
                new EmptyState(Feather.USER, words.say("subject.choose.title"), words.say("subject.choose.text"));
        model.subject().subscribe(chosen -> {
            Nodes.show(empty, chosen == null);
            Nodes.show(list, chosen != null);
        });
        StackPane body = new StackPane(list, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        return Nodes.column(
                "card", Nodes.row("card-head", Nodes.label(words.say("subject.visits"), "title")), doubt(), body);
    }

    /** What speaks against the chosen subject; takes no room where nothing does. */
    private HBox doubt() {
        Label text = Nodes.paragraph("");
        text.textProperty().bind(model.doubt());
        HBox box = Nodes.row("note-box", Nodes.icon(Feather.ALERT_TRIANGLE), text);
        box.setId("subject-doubt");
        Chip.tone(box, Tone.BAD);
        model.doubt().subscribe(said -> Nodes.show(box, !said.isEmpty()));
        return box;
    }

    private final class SubjectCell extends ListCell<Subject> {
        private final Label name = Nodes.label("", "strong");
        private final Label facts = Nodes.label("", "muted", "small-text");
        private final HBox row = Nodes.row("line", Nodes.icon(Feather.USER), name, Nodes.spring(), facts);

        @Override
        protected void updateItem(@Nullable Subject subject, boolean empty) {
            super.updateItem(subject, empty);
            setText(null);
            if (empty || subject == null) {
                setGraphic(null);
                return;
            }
            name.setText(subject.id());
            facts.setText(model.facts(subject));
            setAccessibleText(subject.id() + " " + facts.getText());
            setGraphic(row);
        }
    }
}

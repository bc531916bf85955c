// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.send;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Scrolled;

/** Fourth step on the screen: what is sent and the questions left, the signature right. */
public final class SendView extends VBox {
    private final SendViewModel model;
    private final Words words;

    /** Shows the step. */
    public SendView(SendViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("blocks");
        VBox left = left();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox both = Nodes.row("beside", left, signature());
        both.setFillHeight(false);
        Scrolled scroll = new Scrolled(both);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new ProblemBox(words, model.problem()), scroll);
    }

    private VBox left() {
        Label summary = Nodes.paragraph("", "title");
        summary.textProperty().bind(model.summary());
        VBox what = Nodes.column(
                "card",
                Nodes.row("card-head", Nodes.label(words.say("send.what"), "title")),
                summary,
                promise(Feather.SHIELD, "send.promise.deid"),
                promise(Feather.HARD_DRIVE, "send.promise.queue"),
                promise(Feather.CHECK_CIRCLE, "send.promise.receipt"));
        summary.getStyleClass().add("send-summary");
        VBox column = Nodes.column("blocks", what);
        if (!model.answers().isEmpty()) {
            column.getChildren()
                    .add(Nodes.column(
                            "card",
                            Nodes.row("card-head", Nodes.label(words.say("send.questions"), "title")),
                            new FormView(model.answers(), words)));
        }
        return column;
    }

    private HBox promise(Feather icon, String key) {
        return Nodes.row("line-top", Nodes.icon(icon, "muted-icon"), Nodes.paragraph(words.say(key), "muted"));
    }

    private VBox signature() {
        TextField name = Nodes.name(new TextField(), "send.name", words);
        name.textProperty().bindBidirectional(model.name());
        TextField role = Nodes.name(new TextField(), "send.role", words);
        role.setPromptText(words.say("send.role.example"));
        role.textProperty().bindBidirectional(model.role());
        CheckBox confirm = Nodes.name(new CheckBox(words.say("send.statement")), "send.statement", words);
        confirm.setWrapText(true);
        confirm.getStyleClass().add("long-choice");
        confirm.selectedProperty().bindBidirectional(model.confirmed());
        PinView pin = new PinView(model.pin(), words, model::send);
        model.problem().subscribe(problem -> pin.again(problem != null));
        VBox card = Nodes.column(
                "card",
                Nodes.row("card-head", Nodes.label(words.say("send.signature"), "title")),
                Nodes.field(words, "send.name", name),
                Nodes.field(words, "send.role", role),
                confirm,
                pin);
        card.getStyleClass().add("signature-card");
        return card;
    }
}

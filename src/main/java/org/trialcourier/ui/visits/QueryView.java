// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.pixel.Picture;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Tone;

/** A query beside the board; takes no room while none is open. */
final class QueryView extends VBox {
    private static final double THUMBNAIL = 160;

    private final Words words;
    private final Label title = Nodes.paragraph("", "title");
    private final Label question = Nodes.paragraph("");
    private final ImageView image = new ImageView();
    private final StackPane ground = new StackPane(image);
    private final Label noImage;

    QueryView(QueryViewModel model, Words words) {
        this.words = words;
        getStyleClass().addAll("card", "receipt");
        image.setPreserveRatio(true);
        image.setFitHeight(THUMBNAIL);
        image.setFitWidth(THUMBNAIL * 2);
        ground.getStyleClass().add("image-ground");
        noImage = Nodes.paragraph(words.say("query.no-image"), "muted", "small-text");
        TextArea answer = Nodes.name(new TextArea(), "query.answer", words);
        answer.setPromptText(words.say("query.answer.prompt"));
        answer.setWrapText(true);
        answer.setPrefRowCount(4);
        answer.textProperty().bindBidirectional(model.text());
        var send = Nodes.button(words, "query.send", Feather.SEND, model::answer, "accent");
        send.disableProperty().bind(model.ready().not());
        Chip corrected = new Chip(Tone.GOOD, Feather.CHECK, words.say("query.corrected"));
        Label practice = Nodes.paragraph(words.say("query.practice"), "muted");
        model.correction().subscribe(now -> {
            Nodes.show(corrected, now != null);
            Nodes.show(practice, now == null && model.isPractice());
        });
        Label elsewhere = Nodes.paragraph(words.say("query.elsewhere"), "muted");
        ScrollPane asked = new ScrollPane(question);
        asked.setFitToWidth(true);
        asked.getStyleClass().add("query-question");
        // By itself it would be as high as if the question did not wrap.
        question.heightProperty().subscribe(height -> asked.setPrefHeight(Math.ceil(height.doubleValue()) + 2));
        getChildren()
                .addAll(
                        Nodes.row(
                                "card-head",
                                new Chip(Tone.CARE, Feather.MESSAGE_CIRCLE, words.say("state.query")),
                                Nodes.spring(),
                                Nodes.iconButton(words, "query.close", Feather.X, () -> model.show(null))),
                        title,
                        asked,
                        ground,
                        noImage,
                        practice,
                        Nodes.button(words, "query.fix", Feather.PLUS, model::fix),
                        corrected,
                        answer,
                        elsewhere,
                        new ProblemBox(words, model.problem()),
                        Nodes.row("page-foot", send));
        model.query().subscribe(now -> {
            Nodes.show(this, now != null);
            boolean here = now != null && now.submission() != null;
            Nodes.show(answer, here);
            Nodes.show(send, here);
            Nodes.show(elsewhere, !here);
            title.setText(now == null ? "" : now.title());
            String said = now == null ? "" : now.question();
            question.setText(now != null && said.isBlank() ? words.say("query.says-nothing") : said);
        });
        model.picture().subscribe(this::draw);
    }

    private void draw(@Nullable Picture picture) {
        Nodes.show(ground, picture != null);
        Nodes.show(noImage, picture == null);
        if (picture == null) {
            image.setImage(null);
            return;
        }
        WritableImage drawn = new WritableImage(picture.width(), picture.height());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                drawn.getPixelWriter().setArgb(x, y, picture.pixels().at(x, y));
            }
        }
        image.setImage(drawn);
        image.setAccessibleText(words.say("query.image"));
    }
}

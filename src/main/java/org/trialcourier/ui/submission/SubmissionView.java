// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.submission;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.images.ImagesView;
import org.trialcourier.ui.review.ReviewView;
import org.trialcourier.ui.send.SendView;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Question;
import org.trialcourier.ui.source.SourceView;
import org.trialcourier.ui.subject.SubjectView;

/** The page of a new submission: the line of steps, the open step, and the way on. */
public final class SubmissionView extends VBox {
    private final Map<Step, Node> made = new HashMap<>();
    private final SubmissionViewModel model;
    private final Words words;
    private final Optional<Supplier<Path>> practiceDisc;
    private final Question.Asker asker;

    /** Shows a submission; {@code practiceDisc} is offered as a source where there is one. */
    public SubmissionView(
            SubmissionViewModel model, Words words, Optional<Supplier<Path>> practiceDisc, Question.Asker asker) {
        this.asker = asker;
        this.model = model;
        this.words = words;
        this.practiceDisc = practiceDisc;
        getStyleClass().addAll("page", "with-foot", "measured");
        StackPane place = new StackPane();
        VBox.setVgrow(place, Priority.ALWAYS);
        StepBar bar = new StepBar(model, words);
        getChildren()
                .addAll(
                        Nodes.row(
                                "page-head",
                                Nodes.label(words.say("submission.title"), "page-title"),
                                Nodes.spring(),
                                clear()),
                        bar,
                        place,
                        foot());
        model.step().subscribe(step -> {
            place.getChildren().setAll(made.computeIfAbsent(step, this::make));
            if (step.number() > 1) {
                // What lies within a scrolled part or a tab is there only after its style.
                place.applyCss();
                FirstField.in(place).ifPresent(Node::requestFocus);
            }
        });
    }

    private Node make(Step step) {
        SubmissionViewModel.Steps steps = model.steps();
        return switch (step) {
            case Step.Source s -> new SourceView(steps.source(), words, practiceDisc);
            case Step.Subject s -> new SubjectView(steps.subject(), words);
            case Step.Review s ->
                new ReviewView(steps.review(), new ImagesView(steps.images(), words), words, model::mend);
            case Step.Send s -> new SendView(steps.send(), words);
        };
    }

    private Button clear() {
        Button clear = Nodes.button(words, "submission.discard", Feather.TRASH_2, this::askToClear, "flat", "small");
        clear.setMinWidth(USE_PREF_SIZE);
        model.begun().subscribe(on -> clear.setVisible(on));
        return clear;
    }

    /** What was found, chosen and typed is gone then, so it is asked. */
    private void askToClear() {
        if (!model.holdsImages().get()) {
            model.clear();
            return;
        }
        asker.ask(new Question(
                words.say("submission.discard.title"),
                words.say("submission.discard.text"),
                List.of(
                        new Question.Choice("submission.discard.keep", () -> {}, "flat"),
                        new Question.Choice("submission.discard.do", model::clear, "danger"))));
    }

    private HBox foot() {
        Label about = Nodes.label("", "muted");
        model.steps().subject().subject().subscribe(s -> about.setText(about()));
        model.steps().subject().visit().subscribe(v -> about.setText(about()));
        about.setMinWidth(USE_PREF_SIZE);
        Button back = Nodes.button(words, "submission.back", Feather.ARROW_LEFT, model::back);
        Button next = Nodes.button(words, "submission.next", model::next, "accent");
        next.setDefaultButton(true);
        next.disableProperty().bind(model.canContinue().not());
        Button send = Nodes.button(
                words, "submission.send", Feather.SEND, model.steps().send()::send, "accent");
        send.disableProperty().bind(model.steps().send().ready().not());
        Label missing = Nodes.paragraph("", "muted", "small-text", "missing");
        missing.setId("send-missing");
        missing.textProperty().bind(model.steps().send().missing());
        model.step().subscribe(step -> {
            boolean last = step.number() == Step.all().size();
            Nodes.show(missing, last);
            Nodes.show(next, !last);
            Nodes.show(send, last);
            Nodes.show(back, step.number() > 1);
        });
        HBox room = Nodes.row("foot-room", missing);
        HBox.setHgrow(room, Priority.ALWAYS);
        return Nodes.row("page-foot", about, room, back, next, send);
    }

    private String about() {
        var subject = model.steps().subject().subject().get();
        var visit = model.steps().subject().visit().get();
        if (subject == null) {
            return "";
        }
        return visit == null ? subject.id() : words.say("submission.for", subject.id(), visit.name());
    }
}

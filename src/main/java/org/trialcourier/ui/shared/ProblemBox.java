// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Remedy;
import org.trialcourier.text.Sentence;
import org.trialcourier.text.Words;

/** A problem beside the thing it concerns: what happened, what it means, what to do. Takes no room while there is none. */
public final class ProblemBox extends HBox {
    private final Words words;
    private final VBox text = new VBox();
    private final @Nullable Runnable aside;

    /** Follows a property that holds the problem, or null. */
    public ProblemBox(Words words, ObservableValue<@Nullable Problem> problem) {
        this(words, problem, null);
    }

    /** The same with a way to put it aside. */
    public ProblemBox(Words words, ObservableValue<@Nullable Problem> problem, @Nullable Runnable aside) {
        this.words = words;
        this.aside = aside;
        getStyleClass().add("problem-box");
        text.getStyleClass().add("lines");
        HBox.setHgrow(text, Priority.ALWAYS);
        problem.subscribe(this::show);
    }

    private static void copy(Problem.Unexpected unexpected) {
        ClipboardContent content = new ClipboardContent();
        content.putString(org.trialcourier.app.Faults.text(unexpected.code()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show(@Nullable Problem problem) {
        Nodes.show(this, problem != null);
        getChildren().clear();
        text.getChildren().clear();
        if (problem == null) {
            return;
        }
        Sentence sentence = words.of(problem);
        boolean waits = problem.remedy() == Remedy.WAIT;
        Chip.tone(this, waits ? Tone.CARE : Tone.BAD);
        Label happened = Nodes.paragraph(sentence.happened(), "strong");
        text.getChildren().add(happened);
        sentence.details().forEach(line -> text.getChildren().add(Nodes.paragraph("• " + line, "muted")));
        text.getChildren().add(Nodes.paragraph(sentence.meaning()));
        text.getChildren().add(Nodes.paragraph(sentence.next()));
        setAccessibleText(sentence.paragraph());
        getChildren().addAll(Nodes.icon(waits ? Feather.CLOCK : Feather.ALERT_TRIANGLE), text);
        if (problem instanceof Problem.Unexpected unexpected) {
            getChildren().add(Nodes.button(words, "problem.copy", Feather.COPY, () -> copy(unexpected), "small"));
        }
        if (aside != null) {
            getChildren().add(Nodes.iconButton(words, "problem.aside", Feather.X, aside));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Question;

/** What is asked when the window is being closed. Where closing costs nothing, nothing is asked. */
public final class Closing {
    private final Words words;
    private final Runnable background;
    private final Runnable quit;

    /** {@code background} goes on without the window, {@code quit} stops safely and ends the program. */
    public Closing(Words words, Runnable background, Runnable quit) {
        this.words = words;
        this.background = background;
        this.quit = quit;
    }

    /** What is asked before another trial forgets a draft; {@code text} says why. */
    public static Question ofDraft(Words words, String text, Runnable move) {
        return new Question(
                words.say("switch.title"),
                text,
                List.of(
                        new Question.Choice("close.stay", () -> {}, "flat"),
                        new Question.Choice("switch.anyway", move, "danger")));
    }

    /**
     * The question that this light asks for; nothing where the window may simply go.
     *
     * @param moving whether something in the queue goes on by itself, beside what needs a person
     */
    public Optional<Question> question(Safety safety, boolean moving) {
        return switch (safety) {
            case SAFE, NEEDS_YOU, DAMAGED -> moving ? Optional.of(ask(Safety.SEALED)) : Optional.empty();
            case KEEP_HELD -> Optional.of(ask(Safety.KEEP_DISC));
            case SEALED, KEEP_DISC, DRAFT, UNKNOWN -> Optional.of(ask(safety));
            case UNREADABLE -> Optional.of(ask(Safety.UNKNOWN));
        };
    }

    private Question ask(Safety safety) {
        List<Question.Choice> choices = new ArrayList<>();
        choices.add(new Question.Choice("close.stay", () -> {}, "flat"));
        boolean works = safety == Safety.SEALED || safety == Safety.KEEP_DISC;
        choices.add(
                new Question.Choice(works ? "close.stop" : "close.anyway", quit, works ? "button-outlined" : "danger"));
        if (works) {
            choices.add(new Question.Choice("close.background", background, "accent"));
        }
        return new Question(
                words.say("close.title"),
                words.say("close."
                        + safety.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                choices);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.util.List;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A question before something that cannot be undone, asked within the window. The first choice is the careful one: it has
 * the focus, and Escape takes it.
 *
 * @param title a short question
 * @param text what each choice means
 * @param blank what may be typed beside, or null
 */
public record Question(
        String title,
        String text,
        List<Choice> choices,
        @Nullable Blank blank) {
    /** A question where nothing is typed. */
    public Question(String title, String text, List<Choice> choices) {
        this(title, text, choices, null);
    }

    /** Copies the choices. */
    public Question {
        choices = List.copyOf(choices);
    }

    /**
     * One answer.
     *
     * @param key of its words
     * @param action what it does, after the question is gone
     * @param style style class of its button: "accent", "danger" or "flat"
     */
    public record Choice(String key, Runnable action, String style) {}

    /**
     * A line that may be left blank.
     *
     * @param key of its prompt
     * @param typed what stands in it
     */
    public record Blank(String key, StringProperty typed) {}

    /** Who asks questions. */
    @FunctionalInterface
    public interface Asker {
        /** Asks; an earlier question that is still open is taken back. */
        void ask(Question question);
    }
}

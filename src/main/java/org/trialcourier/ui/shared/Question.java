// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.util.List;

/**
 * A question before something that cannot be undone, asked within the window. The first choice is the careful one: it has
 * the focus, and Escape takes it.
 *
 * @param title a short question
 * @param text what each choice means
 */
public record Question(String title, String text, List<Choice> choices) {
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

    /** Who asks questions. */
    @FunctionalInterface
    public interface Asker {
        /** Asks; an earlier question that is still open is taken back. */
        void ask(Question question);
    }
}

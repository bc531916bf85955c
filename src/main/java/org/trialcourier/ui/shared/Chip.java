// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import javafx.css.Styleable;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** A status: icon, word and colour together. */
public final class Chip extends Label {
    /** An empty chip. */
    public Chip() {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /** A chip with its status. */
    public Chip(Tone tone, Feather icon, String word) {
        this();
        show(tone, icon, word);
    }

    /** Changes what it says. */
    public void show(Tone tone, Feather icon, String word) {
        tone(this, tone);
        setGraphic(Nodes.icon(icon));
        setText(word);
        setAccessibleText(word);
    }

    /** Gives any node the colour of a tone. */
    public static void tone(Styleable node, Tone tone) {
        for (Tone other : Tone.values()) {
            node.getStyleClass().remove(other.styleClass());
        }
        node.getStyleClass().add(tone.styleClass());
    }
}

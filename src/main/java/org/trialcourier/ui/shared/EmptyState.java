// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;

/** What a place shows while it has nothing: what it is for, and the first step. */
public final class EmptyState extends VBox {
    /** A place that has nothing because what was here cannot be seen: nobody may take it for empty. */
    public static EmptyState unseen(Words words) {
        return new EmptyState(Feather.HELP_CIRCLE, words.say("unseen.title"), words.say("unseen.text"));
    }

    /** A picture, a title, one or two sentences, and what can be done. */
    public EmptyState(Feather icon, String title, String text, Node... actions) {
        getStyleClass().add("empty-state");
        getChildren()
                .addAll(
                        Nodes.column("empty-icon", Nodes.icon(icon)),
                        Nodes.label(title, "title"),
                        Nodes.paragraph(text, "muted", "centered"));
        if (actions.length > 0) {
            getChildren().add(Nodes.row("empty-actions", actions));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import javafx.scene.layout.StackPane;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Logo;
import org.trialcourier.ui.shared.Nodes;

/** What the window shows first, while the data folder is opened: little, so that it is there at once. */
public final class OpeningView extends StackPane {
    /** The mark, and what is being done. */
    public OpeningView(Words words) {
        getStyleClass().add("frame");
        Logo logo = new Logo();
        logo.getStyleClass().add("large");
        getChildren().add(Nodes.column("welcome", logo, Nodes.label(words.say("welcome.opening"), "muted")));
    }
}

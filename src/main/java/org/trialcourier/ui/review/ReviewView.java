// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;

/** Third step on the screen: readiness left, the preview right. */
public final class ReviewView extends VBox {
    /** Shows the step. */
    public ReviewView(ReviewViewModel model, Words words) {
        getStyleClass().add("blocks");
        PreviewCard preview = new PreviewCard(model, words);
        HBox.setHgrow(preview, Priority.ALWAYS);
        HBox both = Nodes.row("beside", new FindingsView(model, words), preview);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(new ProblemBox(words, model.problem()), both);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.subject;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.ui.shared.CardCell;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;

/** A visit to choose: its name, its days, what it asks for, and how the study fits. */
final class VisitChoiceCard implements CardCell.Card<VisitChoice> {
    private final Label name = Nodes.label("", "title");
    private final Label window = Nodes.label("", "muted");
    private final Label requires = Nodes.paragraph("", "muted");
    private final Chip fit = new Chip();
    private final VBox card = Nodes.column(
            "choice",
            Nodes.row("line", name, Nodes.spring(), fit),
            wrapping(
                    Nodes.row("line", Nodes.icon(Feather.CALENDAR), window),
                    Nodes.row("line", Nodes.icon(Feather.LAYERS), requires)));

    private static FlowPane wrapping(Node... parts) {
        FlowPane pane = new FlowPane(parts);
        pane.getStyleClass().add("wrapping");
        return pane;
    }

    @Override
    public Region node() {
        return card;
    }

    @Override
    public String show(VisitChoice choice) {
        name.setText(choice.name());
        window.setText(choice.window());
        requires.setText(choice.requires());
        fit.show(choice.fit().tone(), choice.fit().icon(), choice.why());
        return choice.name() + ", " + choice.window() + ". " + choice.why();
    }
}

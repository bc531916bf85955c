// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** A page that scrolls up and down: apart from its scroll bar, and as wide as all else where there is none. */
public final class Scrolled extends ScrollPane {
    private static final String APART = "scrolled";

    /** Shows {@code page} as wide as there is room. */
    public Scrolled(Node page) {
        super(page);
        setFitToWidth(true);
        viewportBoundsProperty().subscribe(seen -> {
            boolean barred = seen.getWidth() > 0 && seen.getWidth() < getWidth() - 1;
            if (barred != page.getStyleClass().contains(APART)) {
                if (barred) {
                    page.getStyleClass().add(APART);
                } else {
                    page.getStyleClass().remove(APART);
                }
            }
        });
    }
}

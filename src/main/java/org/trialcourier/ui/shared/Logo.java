// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The program's mark, drawn by the stylesheet with the outlines of {@code icons/trialcourier.svg}. */
public final class Logo extends StackPane {
    /** The mark in the size that the stylesheet gives it. */
    public Logo() {
        getStyleClass().add("logo");
        Region wing = new Region();
        wing.getStyleClass().add("logo-wing");
        getChildren().add(wing);
    }
}

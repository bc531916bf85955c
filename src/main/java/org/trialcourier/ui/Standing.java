// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.trialcourier.ui.shell.WindowPlace;

/** Where a window stands, how small it may get, and its mark in the title bar. */
final class Standing {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 700;

    private Standing() {}

    /** Gives a window its name, its mark and its least size, which a small screen or a large scale may undercut. */
    static void dress(Stage stage) {
        stage.setTitle("TrialCourier");
        for (int size : new int[] {16, 32, 64, 128}) {
            stage.getIcons().add(new Image(String.valueOf(Standing.class.getResource("icon-" + size + ".png"))));
        }
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    }

    /** Puts it where it stood before, where that is still on a screen; to be called before it is shown. */
    static void stand(Stage stage, WindowPlace place) {
        boolean visible = Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(
                        screen -> place.liesOn(screen.getMinX(), screen.getMinY(), screen.getMaxX(), screen.getMaxY()));
        if (visible) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        }
    }

    /** Where it stands. */
    static WindowPlace of(Stage stage) {
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }
}

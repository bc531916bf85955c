// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.trialcourier.ui.shell.WindowPlace;

/** Where a window stands, how small it may get, and its mark in the title bar. */
final class Standing {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 700;

    private Standing() {}

    /** Gives a window its name, its mark and a size, which a small screen or a large scale may undercut. */
    static void dress(Stage stage) {
        stage.setTitle("TrialCourier");
        for (int size : new int[] {16, 32, 64, 128}) {
            stage.getIcons().add(new Image(String.valueOf(Standing.class.getResource("icon-" + size + ".png"))));
        }
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        if (Double.isNaN(stage.getWidth())) {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        }
    }

    /** Puts it where it stood before, where that is still on a screen; to be called before it is dressed. */
    static void stand(Stage stage, WindowPlace before) {
        Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .filter(screen -> before.liesOn(screen.getMinX(), screen.getMinY(), screen.getMaxX(), screen.getMaxY()))
                .findFirst()
                .map(screen -> before.within(screen.getMinX(), screen.getMinY(), screen.getMaxX(), screen.getMaxY()))
                .ifPresent(place -> {
                    stage.setX(place.x());
                    stage.setY(place.y());
                    stage.setWidth(place.width());
                    stage.setHeight(place.height());
                    stage.setMaximized(place.maximized());
                });
    }

    /** Where it stands; a window that fills the screen is to have its usual size when it no longer does. */
    static WindowPlace of(Stage stage) {
        boolean full = stage.isMaximized();
        return new WindowPlace(
                stage.getX(),
                stage.getY(),
                full ? Math.min(WIDTH, stage.getWidth()) : stage.getWidth(),
                full ? Math.min(HEIGHT, stage.getHeight()) : stage.getHeight(),
                full);
    }
}

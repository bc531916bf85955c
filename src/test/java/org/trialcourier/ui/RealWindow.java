// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.trialcourier.app.AppOptions;

/** The program's real window on a data folder, for journeys that use it as a person does. */
public final class RealWindow implements AutoCloseable {
    private static final double WIDTH = 1500;
    private static final double HEIGHT = 940;

    private final Stage stage;
    private final Entrance entrance;

    private RealWindow(Stage stage, Entrance entrance) {
        this.stage = stage;
        this.entrance = entrance;
    }

    /** Opens the window as a start of the program does. */
    public static RealWindow open(AppOptions options) {
        Stagehand.startToolkit();
        return Stagehand.fx(() -> {
            Stage stage = new Stage();
            stage.setX(20);
            stage.setY(20);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            Entrance entrance = new Entrance(stage, options);
            entrance.open(false);
            stage.toFront();
            stage.requestFocus();
            return new RealWindow(stage, entrance);
        });
    }

    /** Looks at something on the UI thread. */
    public static <T> T look(Callable<T> at) {
        if (!Platform.isFxApplicationThread()) {
            return Stagehand.fx(at);
        }
        try {
            return at.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    /** Closes the window and the program behind it. */
    @Override
    public void close() {
        Stagehand.fx(() -> {
            stage.close();
            return true;
        });
        entrance.close();
        Platform.requestNextPulse();
        UiThreadWatch.judge();
    }
}

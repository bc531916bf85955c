// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.AppOptions;

/** The way in: opens the window and comes back when it was closed. */
public final class Window {
    private static final AtomicReference<@Nullable Request> REQUEST = new AtomicReference<>();

    private Window() {}

    private record Request(AppOptions options, boolean practice) {}

    /**
     * Opens the window; to be called once in the life of the process.
     *
     * @param practice whether to go into practice mode at once
     * @return the exit code: 0
     */
    public static int open(AppOptions options, boolean practice) {
        REQUEST.set(new Request(options, practice));
        Application.launch(Program.class);
        return 0;
    }

    /** What the toolkit starts. */
    public static final class Program extends Application {
        private @Nullable Entrance entrance;

        @Override
        public void start(Stage stage) {
            Request request = REQUEST.get();
            if (request == null) {
                throw new IllegalStateException("the window is opened by Window.open");
            }
            Entrance made = new Entrance(stage, request.options());
            entrance = made;
            made.open(request.practice());
        }

        @Override
        public void stop() {
            if (entrance != null) {
                entrance.close();
            }
        }
    }
}

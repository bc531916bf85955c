// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.AppOptions;
import org.trialcourier.ui.shell.WindowPlace;

/** The way in: opens the window and comes back when it was closed. */
public final class Window {
    /** Environment variable with which the window opens practice mode, shows it once and closes again. */
    public static final String SELF_TEST = "TRIALCOURIER_SELF_TEST";

    private static final AtomicReference<@Nullable Request> REQUEST = new AtomicReference<>();

    private Window() {}

    private static final class Request {
        private final AppOptions options;
        private final boolean practice;
        private final Optional<WindowPlace> before;
        private volatile @Nullable WindowPlace after;
        private volatile boolean shown;

        Request(AppOptions options, boolean practice, Optional<WindowPlace> before) {
            this.options = options;
            this.practice = practice;
            this.before = before;
        }
    }

    /**
     * Opens the window; to be called once in the life of the process.
     *
     * @param practice whether to go into practice mode at once
     * @return the exit code: 0, or 1 where a self-test has not seen its screens
     */
    public static int open(AppOptions options, boolean practice) {
        boolean selfTest = options.environment().containsKey(SELF_TEST);
        Path file = options.home().resolve("window");
        Request request = new Request(options, practice || selfTest, WindowPlace.read(file));
        REQUEST.set(request);
        Application.launch(Program.class);
        WindowPlace place = request.after;
        if (place != null) {
            place.keep(file);
        }
        return selfTest && !request.shown ? 1 : 0;
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
            Entrance made = new Entrance(stage, request.options);
            entrance = made;
            request.before.ifPresent(made::stand);
            stage.setOnHiding(event -> request.after = made.place());
            if (request.options.environment().containsKey(SELF_TEST)) {
                made.whenSeated(() -> {
                    request.shown = true;
                    stage.close();
                });
            }
            made.open(request.practice);
        }

        @Override
        public void stop() {
            if (entrance != null) {
                entrance.close();
            }
        }
    }
}

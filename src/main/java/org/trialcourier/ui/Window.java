// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.WindowClaim;
import org.trialcourier.app.WindowStart;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.ui.shared.FxTicker;
import org.trialcourier.ui.shell.WindowPlace;

/** The way in: opens the window and comes back when it was closed. */
public final class Window {
    /** Environment variable with which the window opens practice mode, goes through its screens once and closes again. */
    public static final String SELF_TEST = "TRIALCOURIER_SELF_TEST";

    /** Less than a second start waits for an answer. */
    private static final int PATIENCE_SECONDS = 4;

    /** A self-test that has not ended by then has failed. */
    private static final Duration SELF_TEST_PATIENCE = Duration.ofMinutes(4);

    private static final AtomicReference<@Nullable Request> REQUEST = new AtomicReference<>();

    private Window() {}

    private static final class Request {
        private final WindowStart start;
        private final boolean selfTest;
        private final Optional<WindowPlace> before;
        private final Optional<WindowClaim> claim;
        private final Deliveries deliveries;
        private volatile @Nullable WindowPlace after;
        private volatile @Nullable Entrance entrance;
        private volatile boolean shown;

        Request(
                WindowStart start,
                boolean selfTest,
                Optional<WindowPlace> before,
                Optional<WindowClaim> claim,
                Deliveries deliveries) {
            this.start = start;
            this.selfTest = selfTest;
            this.before = before;
            this.claim = claim;
            this.deliveries = deliveries;
        }
    }

    /**
     * Opens the window; to be called once in the life of the process. Where the data folder has a window already, that
     * one comes to the front with what was given here.
     *
     * @return the exit code: 0, or 1 where a self-test has not seen its screens
     * @throws ProblemException {@code AlreadyOpen} where the window that is open does not answer
     */
    public static int open(WindowStart start) throws ProblemException {
        boolean selfTest = start.options().environment().containsKey(SELF_TEST);
        Path home = start.options().home();
        Optional<WindowClaim> claim =
                selfTest ? Optional.empty() : Optional.of(new WindowClaim(home, start.given(), start.background()));
        Path file = home.resolve("window");
        Request request = new Request(
                start, selfTest, WindowPlace.read(file), claim, Deliveries.of(System.getProperty("os.name", "")));
        REQUEST.set(request);
        Application.launch(Program.class);
        claim.ifPresent(WindowClaim::leave);
        Entrance entrance = request.entrance;
        if (entrance != null) {
            entrance.close();
        }
        WindowPlace place = request.after;
        if (place != null && !selfTest) {
            place.keep(file);
        }
        if (claim.isPresent()) {
            Optional<Problem> silent = claim.get().silent();
            if (silent.isPresent()) {
                throw new ProblemException(silent.get());
            }
            claim.get().close();
        }
        return selfTest && !request.shown ? 1 : 0;
    }

    /** What the toolkit starts. */
    public static final class Program extends Application {
        @Override
        public void start(Stage stage) {
            Request request = REQUEST.get();
            if (request == null) {
                throw new IllegalStateException("the window is opened by Window.open");
            }
            if (request.claim.map(WindowClaim::isElsewhere).orElse(false)) {
                Platform.exit();
                return;
            }
            Platform.setImplicitExit(false);
            Entrance made = new Entrance(stage, request.start.options());
            request.entrance = made;
            request.before.ifPresent(before -> Standing.stand(stage, before));
            stage.setOnHiding(event -> request.after = Standing.of(stage));
            made.whenEnded(Platform::exit);
            if (request.selfTest) {
                made.whenSeated(() -> made.desk()
                        .ifPresent(desk -> new SelfTest(stage.getScene(), desk, new FxTicker(), seen -> {
                                    request.shown = seen;
                                    made.quit();
                                })
                                .begin()));
                new FxTicker().every(SELF_TEST_PATIENCE, made::quit);
            }
            made.open(request.start.practice() || request.selfTest);
            if (request.start.background()) {
                made.leaveForBackground();
            }
            List<String> given = request.start.given();
            if (!given.isEmpty()) {
                made.arrive(given);
            }
            request.claim.ifPresent(claim -> claim.onArrival(later -> onceSeen(() -> made.arrive(later))));
            request.deliveries.onArrival(later -> Platform.runLater(() -> made.arrive(later)));
        }

        /** Waits until it was done: who hands over files is not told that a window which hangs has taken them. */
        private static void onceSeen(Runnable action) {
            if (Platform.isFxApplicationThread()) {
                action.run();
            } else {
                CompletableFuture.runAsync(action, Platform::runLater)
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
            }
        }
    }
}

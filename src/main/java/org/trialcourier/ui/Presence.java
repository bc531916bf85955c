// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.trialcourier.text.Words;
import org.trialcourier.work.JobRunner;

/**
 * Whether the window is seen, or the program goes on without it: as a mark beside the clock where the system has a place
 * for one, else minimised. The queue does not notice the difference.
 */
final class Presence implements AutoCloseable {
    private final Stage stage;
    private final JobRunner runner;
    private final Clockside clockside;
    private Optional<Mark> tray = Optional.empty();
    private boolean asked;

    /** What stands beside the clock in place of the window. */
    interface Mark {
        /** Says something beside the clock. */
        void say(String text);

        /** What it says when pointed at. */
        void status(String text);

        /** Whether the window can be called back from it; else the window stays in the list of windows. */
        default boolean isPlace() {
            return true;
        }

        /** Takes it away. */
        void close();
    }

    /** Where a mark may be put, if the desktop has such a place. */
    interface Clockside {
        Optional<? extends Mark> place(Words words, Runnable open, Runnable quit);
    }

    Presence(Stage stage, JobRunner runner) {
        this(stage, runner, (words, open, quit) -> beside(words, open, quit, runner));
    }

    Presence(Stage stage, JobRunner runner, Clockside clockside) {
        this.stage = stage;
        this.runner = runner;
        this.clockside = clockside;
    }

    private static Optional<? extends Mark> beside(Words words, Runnable open, Runnable quit, JobRunner runner) {
        Optional<? extends Mark> tray = Tray.place(words, open, quit);
        return tray.isPresent() ? tray : DesktopNotes.on(System.getenv().getOrDefault("PATH", ""), runner);
    }

    /** Goes on without the window. */
    void leave(Words words, String status, Runnable quit) {
        prepare(words, quit, () -> hide(status));
    }

    /** To be told when the window is minimised: what there is to say then needs a place. */
    void minimised(Words words, Runnable quit) {
        prepare(words, quit, () -> {});
    }

    private void prepare(Words words, Runnable quit, Runnable then) {
        if (asked) {
            then.run();
            return;
        }
        asked = true;
        runner.start(
                progress -> clockside.place(words, () -> Platform.runLater(this::come), () -> Platform.runLater(quit)),
                placed -> {
                    tray = placed.map(Mark.class::cast);
                    then.run();
                },
                failure -> then.run());
    }

    private void hide(String status) {
        tray.ifPresent(mark -> mark.status(status));
        if (tray.filter(Mark::isPlace).isPresent()) {
            stage.hide();
        } else {
            stage.setIconified(true);
        }
    }

    /** Comes to the front, from wherever it was. */
    void come() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /** Whether a person sees the window. */
    boolean isSeen() {
        return stage.isShowing() && !stage.isIconified();
    }

    /** Says something beside the clock, where the window is not seen and there is a place for it; whether it did. */
    boolean say(String text) {
        boolean heard = !isSeen() && tray.isPresent();
        if (heard) {
            tray.get().say(text);
        }
        return heard;
    }

    /** What the mark beside the clock says when pointed at. */
    void status(String text) {
        tray.ifPresent(place -> place.status(text));
    }

    @Override
    public void close() {
        tray.ifPresent(Mark::close);
        tray = Optional.empty();
    }
}

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
    private Optional<Tray> tray = Optional.empty();
    private boolean asked;

    Presence(Stage stage, JobRunner runner) {
        this.stage = stage;
        this.runner = runner;
    }

    /** Goes on without the window. */
    void leave(Words words, String status, Runnable quit) {
        if (asked) {
            hide(status);
            return;
        }
        asked = true;
        runner.start(
                progress -> Tray.place(words, () -> Platform.runLater(this::come), () -> Platform.runLater(quit)),
                placed -> {
                    tray = placed;
                    hide(status);
                },
                failure -> hide(status));
    }

    private void hide(String status) {
        if (tray.isPresent()) {
            tray.get().status(status);
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
        tray.ifPresent(Tray::close);
        tray = Optional.empty();
    }
}

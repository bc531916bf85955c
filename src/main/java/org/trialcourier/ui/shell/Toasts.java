// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.Ticker;

/** News at the bottom, in the middle, where no page has its buttons; each goes by itself after a while. */
final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.ofSeconds(8);
    private static final int MOST = 4;

    private final Words words;
    private final Ticker ticker;

    Toasts(Words words, Ticker ticker) {
        this.words = words;
        this.ticker = ticker;
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    }

    void show(Notices.Notice notice) {
        HBox toast = add(notice);
        Runnable[] stop = new Runnable[1];
        stop[0] = ticker.every(SHOWN, () -> {
            getChildren().remove(toast);
            stop[0].run();
        });
    }

    /** Offers to do something, until it was done, closed or taken back by what is returned. */
    Runnable offer(Notices.Notice notice, String key, Runnable action) {
        HBox toast = add(notice);
        Button take = Nodes.button(
                words,
                key,
                () -> {
                    getChildren().remove(toast);
                    action.run();
                },
                "accent",
                "small");
        toast.getChildren().add(toast.getChildren().size() - 1, take);
        return () -> getChildren().remove(toast);
    }

    private HBox add(Notices.Notice notice) {
        HBox toast = Nodes.row("toast", Nodes.icon(notice.look().icon()), Nodes.label(notice.text(), "strong"));
        Chip.tone(toast, notice.look().tone());
        Button close = Nodes.iconButton(
                words, "notice.close", Feather.X, () -> getChildren().remove(toast));
        toast.getChildren().addAll(Nodes.spring(), close);
        toast.setAccessibleText(notice.text());
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return toast;
    }
}

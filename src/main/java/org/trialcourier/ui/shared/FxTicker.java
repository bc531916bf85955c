// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/** The window's ticker. */
public final class FxTicker implements Ticker {
    @Override
    public Runnable every(Duration period, Runnable action) {
        Timeline timeline = new Timeline(
                new KeyFrame(javafx.util.Duration.millis((double) period.toMillis()), event -> action.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }
}

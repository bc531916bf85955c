// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import javafx.application.Platform;
import javafx.scene.Scene;

/** The beat in which the toolkit lays out and draws. */
final class Pulse {
    private Pulse() {}

    /** Runs something once, after what is on the scene now was laid out. */
    static void after(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(action);
            }
        });
        Platform.requestNextPulse();
    }
}

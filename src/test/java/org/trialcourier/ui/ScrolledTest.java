// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.ui.shared.Scrolled;
import org.trialcourier.ui.shared.Theme;

/** How wide a page is that may scroll. */
@ResourceLock(Stagehand.WINDOW)
class ScrolledTest {
    private static final double WIDTH = 300;

    @Test
    void aPageThatFitsIsAsWideAsAllElse() {
        assertThat(roomAtTheRight(100)).isZero();
    }

    @Test
    void aPageThatScrollsStandsApartFromItsBar() {
        assertThat(roomAtTheRight(1000)).isPositive();
    }

    /** What a page of some height leaves free at its right, within its own width. */
    private static double roomAtTheRight(double height) {
        Stagehand.startToolkit();
        return Stagehand.fx(() -> {
            Region page = new Region();
            page.setMinHeight(height);
            Scrolled scroll = new Scrolled(page);
            Stage stage = new Stage();
            stage.setScene(new Scene(scroll, WIDTH, 200));
            Theme.dress(stage.getScene());
            stage.show();
            for (int pass = 0; pass < 3; pass++) {
                scroll.applyCss();
                scroll.layout();
            }
            double room = page.getInsets().getRight();
            stage.close();
            return room;
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final double WIDTH = 800;
    private static final double HEIGHT = 600;

    private final Sight sight = new Sight();

    private void zoom(double factor, double x, double y) {
        sight.zoom(factor, x, y, WIDTH, HEIGHT);
        fit();
    }

    private void fit() {
        sight.fit(WIDTH, HEIGHT, 512, 256);
    }

    @Test
    void theWholeImageStandsInTheMiddleAtFirst() {
        fit();
        assertThat(sight.place().getWidth()).isEqualTo(WIDTH);
        assertThat(sight.inImage(WIDTH / 2, HEIGHT / 2)).isEqualTo(new Point2D(256, 128));
    }

    @Test
    void whatIsUnderThePointerStaysThereWhileItGrows() {
        fit();
        Point2D before = sight.inImage(200, 350);
        zoom(1.2, 200, 350);
        zoom(3, 200, 350);
        Point2D after = sight.inImage(200, 350);
        assertThat(after.distance(before)).isCloseTo(0, within(1e-9));
        assertThat(sight.place().getWidth()).isCloseTo(3.6 * WIDTH, within(1e-9));
    }

    @Test
    void itGrowsToTwentyTimesAndShrinksToTheWholeInTheMiddle() {
        zoom(1000, 10, 10);
        assertThat(sight.place().getWidth()).isCloseTo(20 * WIDTH, within(1e-6));
        zoom(1e-6, 790, 590);
        assertThat(sight.place().getMinX()).isZero();
        assertThat(sight.place().getWidth()).isEqualTo(WIDTH);
    }

    @Test
    void onlyAnEnlargedImageIsDragged() {
        sight.move(30, 40);
        fit();
        assertThat(sight.place().getMinX()).isZero();
        zoom(2, WIDTH / 2, HEIGHT / 2);
        Point2D before = sight.inImage(WIDTH / 2, HEIGHT / 2);
        sight.move(30, 40);
        fit();
        assertThat(sight.inImage(WIDTH / 2 + 30, HEIGHT / 2 + 40)).isEqualTo(before);
        sight.whole();
        fit();
        assertThat(sight.place().getMinX()).isZero();
    }
}

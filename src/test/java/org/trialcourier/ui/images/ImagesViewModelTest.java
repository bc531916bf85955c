// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture;
import org.trialcourier.scan.Catalog;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;

class ImagesViewModelTest {
    private final Catalog catalog = Samples.catalog("20261120", "Specimen");
    private final List<String> drawn = new ArrayList<>();
    private final ImagesViewModel model = new ImagesViewModel(this::draw, new DirectRunner());

    private Frame draw(Frame.Spot spot, Picture.Adjustment adjustment) {
        drawn.add(spot.instance().sopInstanceUid());
        return new Frame(new Picture(1, 1, (x, y) -> 0xFF000000), 512, 512);
    }

    @Test
    void theFirstPictureOfTheFirstSeriesIsShown() {
        model.show(catalog);
        assertThat(model.series()).hasSize(2);
        assertThat(model.frame().get()).isNotNull();
        assertThat(drawn).hasSize(1);
    }

    @Test
    void turningStopsAtBothEnds() {
        model.show(catalog);
        model.turn(-5);
        assertThat(model.index().get()).isZero();
        model.turn(100);
        assertThat(model.index().get()).isEqualTo(2);
    }

    @Test
    void whileOnePictureIsDrawnOnlyTheLastWishIsKept() {
        HeldRunner runner = new HeldRunner();
        ImagesViewModel slow = new ImagesViewModel(this::draw, runner);
        slow.show(catalog);
        slow.turn(1);
        slow.turn(1);
        runner.release();
        assertThat(drawn).hasSize(2);
        assertThat(drawn.getLast()).endsWith(".3");
    }

    @Test
    void aCoverIsForItsSeriesAndCanBeTakenBack() {
        model.show(catalog);
        Box box = new Box(10, 20, 100, 30);
        model.cover(box);
        assertThat(model.here()).hasSize(1);
        String first = model.series().getFirst().uid();
        assertThat(model.plan().masks())
                .containsExactly(new PixelPlan.Mask(new PixelPlan.OfSeries(first), List.of(box)));
        model.chosen().set(model.series().get(1));
        assertThat(model.here()).isEmpty();
        model.uncover();
        assertThat(model.masks()).hasSize(1);
        model.chosen().set(model.series().getFirst());
        model.uncover();
        assertThat(model.plan()).isEqualTo(PixelPlan.NONE);
    }

    @Test
    void vouchingIsPerSeries() {
        model.show(catalog);
        model.vouch(true);
        assertThat(model.isVouched()).isTrue();
        assertThat(model.plan().reviewed())
                .containsExactly(model.series().getFirst().uid());
        model.chosen().set(model.series().get(1));
        assertThat(model.isVouched()).isFalse();
    }

    @Test
    void whatIsNoLongerChosenIsForgotten() {
        model.show(catalog);
        model.cover(new Box(1, 1, 5, 5));
        model.vouch(true);
        model.show(new Catalog(List.of(), List.of(), 0));
        assertThat(model.plan()).isEqualTo(PixelPlan.NONE);
        assertThat(model.frame().get()).isNull();
    }

    @Test
    void anUnreadablePictureSaysSoAndTheNextIsTried() {
        boolean[] broken = {true};
        ImagesViewModel some = new ImagesViewModel(
                (spot, adjustment) -> {
                    if (broken[0]) {
                        throw new IOException("cut short");
                    }
                    return draw(spot, adjustment);
                },
                new DirectRunner());
        some.show(catalog);
        assertThat(some.unreadable().get()).isTrue();
        broken[0] = false;
        some.turn(1);
        assertThat(some.unreadable().get()).isFalse();
        assertThat(some.frame().get()).isNotNull();
    }
}

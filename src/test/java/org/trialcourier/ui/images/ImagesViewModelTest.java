// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Patient;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;
import org.trialcourier.submit.SeriesWriting;
import org.trialcourier.submit.SeriesWriting.Place;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.DirectRunner;
import org.trialcourier.work.Progress;

class ImagesViewModelTest {
    private static final PixelPlan.OfDevice DEVICE = new PixelPlan.OfDevice("Fictional", "One", 512, 512);

    private final Catalog catalog = Samples.catalog("20261120", "Specimen");
    private final List<String> drawn = new ArrayList<>();
    private final ImagesViewModel model = new ImagesViewModel(this::draw, this::look, new DirectRunner());

    private SeriesWriting look(Series series, Progress progress) {
        List<Place> places = new ArrayList<>();
        if (series.equals(catalog.studies().getFirst().series().getFirst())) {
            places.add(place(series, 0, new Box(5, 5, 60, 12), "name"));
            places.add(place(series, 2, new Box(100, 300, 40, 12), null));
        }
        return new SeriesWriting(series.uid(), true, places, 3, false, null);
    }

    private static Place place(Series series, int image, Box box, @Nullable String patient) {
        DataSet about = new DataSet();
        about.putText(Tag.SERIES_INSTANCE_UID, series.uid());
        return new Place(series.instances().get(image).sopInstanceUid(), 0, about, box, 0.9, patient);
    }

    @Test
    void foundPlacesAreCoveredOrAllowedOneByOneAndEachStepCanBeUndone() {
        model.show(catalog);
        assertThat(model.places().open()).hasSize(2);
        assertThat(model.places().here()).hasSize(1);
        model.places().cover(model.places().here());
        assertThat(model.places().here()).isEmpty();
        assertThat(model.covers().masks()).hasSize(1);
        model.places().next();
        assertThat(model.index().get()).isEqualTo(2);
        model.places().allow(model.places().here().getFirst());
        assertThat(model.places().open()).isEmpty();
        model.covers().undo();
        model.covers().undo();
        assertThat(model.places().open()).hasSize(2);
        model.covers().redo();
        assertThat(model.places().open()).hasSize(1);
    }

    @Test
    void aPickedCoverIsMovedPulledAndTakenAway() {
        model.show(catalog);
        model.cover(new Box(10, 20, 100, 30));
        model.covers().nudge(5, -1, false);
        model.covers().nudge(-10, 4, true);
        assertThat(model.here()).extracting(Mask::box).containsExactly(new Box(15, 19, 90, 34));
        model.uncover();
        assertThat(model.here()).isEmpty();
        model.covers().undo();
        assertThat(model.here()).hasSize(1);
    }

    @Test
    void coversArePickedOneAfterTheOther() {
        model.show(catalog);
        model.pickNext();
        assertThat(model.covers().picked().get()).isNull();
        model.cover(new Box(10, 20, 100, 30));
        model.cover(new Box(10, 60, 100, 30));
        model.pickNext();
        assertThat(model.covers().picked().get()).isEqualTo(model.here().getFirst());
        model.pickNext();
        assertThat(model.covers().picked().get()).isEqualTo(model.here().getLast());
    }

    @Test
    void aCoverForTheDeviceHoldsInEverySeriesOfThatDeviceAndSize() {
        model.show(catalog);
        model.forDevice().set(true);
        model.cover(new Box(1, 2, 30, 40));
        model.chosen().set(model.series().get(1));
        assertThat(model.here()).hasSize(1);
        assertThat(model.plan().masks()).containsExactly(new PixelPlan.Mask(DEVICE, List.of(new Box(1, 2, 30, 40))));
    }

    private Frame draw(Frame.Spot spot, Picture.Adjustment adjustment) {
        drawn.add(spot.instance().sopInstanceUid());
        return new Frame(new Picture(1, 1, (x, y) -> 0xFF000000), 512, 512, DEVICE);
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

    /** Pulling over the picture moves and widens the window step by step, within bounds, and draws anew each time. */
    @Test
    void pullingChangesTheWindowUntilItIsResetOrAnotherSeriesIsShown() {
        List<Picture.Adjustment> asked = new ArrayList<>();
        ImagesViewModel seen = new ImagesViewModel(
                (spot, adjustment) -> {
                    asked.add(adjustment);
                    return draw(spot, adjustment);
                },
                this::look,
                new DirectRunner());
        seen.show(catalog);
        seen.adjust(0.25, 2);
        seen.adjust(-0.5, 2);
        seen.turn(1);
        seen.adjust(99, 1e9);
        seen.adjust(-99, 1e-9);
        seen.resetWindow();
        assertThat(asked)
                .containsExactly(
                        Picture.Adjustment.NONE,
                        new Picture.Adjustment(0.25, 2),
                        new Picture.Adjustment(-0.25, 4),
                        new Picture.Adjustment(-0.25, 4),
                        new Picture.Adjustment(2, 20),
                        new Picture.Adjustment(-2, 0.05),
                        Picture.Adjustment.NONE);
        seen.adjust(0.25, 2);
        seen.chosen().set(seen.series().getLast());
        assertThat(asked.getLast()).isEqualTo(Picture.Adjustment.NONE);
    }

    @Test
    void whileOnePictureIsDrawnOnlyTheLastWishIsKept() {
        HeldRunner runner = new HeldRunner();
        ImagesViewModel slow = new ImagesViewModel(this::draw, this::look, runner);
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
        assertThat(model.covers().masks()).hasSize(1);
        model.chosen().set(model.series().getFirst());
        model.uncover();
        assertThat(model.plan()).isEqualTo(PixelPlan.NONE);
    }

    @Test
    void theSheetShowsPicturesOfTheWholeSeries() {
        model.show(catalog);
        model.sheet().show(model.chosen().get());
        assertThat(model.sheet().cells()).extracting(Sheet.Cell::index).containsExactly(0, 1, 2);
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
    void whatWasDecidedOfASeriesCountsAgainWhenItComesBack() {
        model.show(catalog);
        model.cover(new Box(1, 1, 5, 5));
        model.vouch(true);
        PixelPlan decided = model.plan();
        model.show(new Catalog(List.of(), List.of(), 0));
        assertThat(model.plan()).isEqualTo(PixelPlan.NONE);
        assertThat(model.frame().get()).isNull();
        model.show(catalog);
        assertThat(model.plan()).isEqualTo(decided);
        assertThat(model.here()).hasSize(1);
        assertThat(model.isVouched()).isTrue();
        model.covers().undo();
        assertThat(model.here()).isEmpty();
    }

    @Test
    void aSeriesThatComesWithMoreImagesIsToBeLookedThroughAgain() {
        Series whole = catalog.studies().getFirst().series().getFirst();
        Series part = new Series(
                whole.uid(),
                whole.modality(),
                whole.description(),
                whole.number(),
                whole.instances().subList(0, 1));
        model.show(of(part));
        model.cover(new Box(1, 1, 5, 5));
        model.vouch(true);
        model.show(of(whole));
        assertThat(model.isVouched()).isFalse();
        assertThat(model.here()).hasSize(1);
        model.show(of(part));
        assertThat(model.isVouched()).isTrue();
    }

    @Test
    void startingOverForgetsAll() {
        model.show(catalog);
        model.cover(new Box(1, 1, 5, 5));
        model.vouch(true);
        model.clear();
        model.show(catalog);
        assertThat(model.plan()).isEqualTo(PixelPlan.NONE);
        assertThat(model.covers().canUndo().get()).isFalse();
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
                this::look,
                new DirectRunner());
        some.show(catalog);
        assertThat(some.unreadable().get()).isTrue();
        broken[0] = false;
        some.turn(1);
        assertThat(some.unreadable().get()).isFalse();
        assertThat(some.frame().get()).isNotNull();
    }

    private Catalog of(Series series) {
        Patient patient = catalog.patients().getFirst();
        Study study = patient.studies().getFirst();
        Study one = new Study(study.uid(), study.date(), study.time(), study.description(), List.of(series));
        return new Catalog(List.of(new Patient(patient.identity(), List.of(one))), List.of(), 1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture.Adjustment;
import org.trialcourier.scan.Catalog;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Looking through the chosen images series by series, and covering what is written in them. */
public final class ImagesViewModel {
    private final ObservableList<Shown> series = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Shown> chosen = new SimpleObjectProperty<>();
    private final IntegerProperty index = new SimpleIntegerProperty();
    private final ObjectProperty<Adjustment> adjustment = new SimpleObjectProperty<>(Adjustment.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper unreadable = new ReadOnlyBooleanWrapper();
    private final Covers covers = new Covers();
    private final TextLook look;
    private final Sheet sheet;
    private final BooleanProperty forDevice = new SimpleBooleanProperty();
    private final BooleanProperty covering = new SimpleBooleanProperty();
    private final Places places = new Places(this);
    private final Vouched vouched = new Vouched();
    private final JobRunner runner;
    private final Frame.Draw draw;
    private @Nullable Progress drawing;
    private boolean again;

    /** Images drawn by {@code draw} and looked through for text by {@code eyes}, both away from the UI thread. */
    public ImagesViewModel(Frame.Draw draw, TextLook.Eyes eyes, JobRunner runner) {
        this.look = new TextLook(eyes, runner);
        this.sheet = new Sheet(draw, runner);
        this.draw = draw;
        this.runner = runner;
        chosen.addListener((property, before, now) -> {
            covers.picked().set(null);
            places.picked().set(null);
            index.set(0);
            adjustment.set(Adjustment.NONE);
            redraw();
        });
        index.addListener((property, before, now) -> redraw());
        adjustment.addListener((property, before, now) -> redraw());
    }

    /** Shows these images from now on; what was decided of a series that is gone counts again when it comes back. */
    public void show(Catalog selection) {
        List<Shown> fresh = selection.studies().stream()
                .flatMap(study -> study.series().stream())
                .map(Shown::of)
                .filter(one -> !one.spots().isEmpty())
                .toList();
        if (fresh.equals(series)) {
            return;
        }
        Set<String> uids = uids(fresh);
        look.through(selection.studies().stream()
                .flatMap(study -> study.series().stream())
                .filter(one -> uids.contains(one.uid()))
                .toList());
        series.setAll(fresh);
        vouched.choose(fresh);
        chosen.set(fresh.isEmpty() ? null : fresh.getFirst());
    }

    private static Set<String> uids(List<Shown> series) {
        return new TreeSet<>(series.stream().map(Shown::uid).toList());
    }

    /** Draws the current frame; while one is being drawn, only the last wish is kept. */
    private void redraw() {
        Shown now = chosen.get();
        if (now == null) {
            frame.set(null);
            return;
        }
        if (drawing != null) {
            again = true;
            return;
        }
        Frame.Spot spot = Objects.requireNonNull(spot());
        Adjustment wanted = adjustment.get();
        drawing = new Progress();
        runner.start(progress -> draw.draw(spot, wanted), this::drawn, failure -> drawn(null));
    }

    private void drawn(@Nullable Frame fresh) {
        drawing = null;
        unreadable.set(fresh == null);
        frame.set(fresh);
        if (again) {
            again = false;
            redraw();
        }
    }

    /** What is shown, or null. */
    Frame.@Nullable Spot spot() {
        Shown now = chosen.get();
        return now == null
                ? null
                : now.spots().get(Math.clamp(index.get(), 0, now.spots().size() - 1));
    }

    /** Goes on by some pictures, or back. */
    public void turn(int by) {
        index.set(Math.clamp((long) index.get() + by, 0, Math.max(0, count() - 1)));
    }

    /** Pictures of the chosen series. */
    public int count() {
        Shown now = chosen.get();
        return now == null ? 0 : now.spots().size();
    }

    /** Moves and widens the window of grey values. */
    public void adjust(double shift, double stretch) {
        Adjustment now = adjustment.get();
        adjustment.set(
                new Adjustment(Math.clamp(now.shift() + shift, -2, 2), Math.clamp(now.stretch() * stretch, 0.05, 20)));
    }

    /** Grey values as the image asks again. */
    public void resetWindow() {
        adjustment.set(Adjustment.NONE);
    }

    /** Covers a part of all images of the chosen series, or of all of this device and size. */
    public void cover(Box box) {
        scope().ifPresent(scope -> {
            Mask mask = new Mask(scope, box);
            covers.add(List.of(mask));
            covers.picked().set(mask);
        });
    }

    /** Which images the next cover is for; empty while nothing is shown. */
    Optional<PixelPlan.Scope> scope() {
        Shown now = chosen.get();
        Frame shown = frame.get();
        if (now == null) {
            return Optional.empty();
        }
        return Optional.of(forDevice.get() && shown != null ? shown.device() : new PixelPlan.OfSeries(now.uid()));
    }

    /** Takes the picked cover away, or the last one of the chosen series. */
    public void uncover() {
        List<Mask> own = here();
        Mask picked = covers.picked().get();
        Mask which = picked != null || own.isEmpty() ? picked : own.getLast();
        if (which != null) {
            covers.remove(which);
        }
    }

    /** Picks a cover of the shown picture, the next after the one picked now. */
    public void pickNext() {
        List<Mask> own = here();
        if (!own.isEmpty()) {
            Mask now = covers.picked().get();
            covers.picked().set(own.get(((now == null ? -1 : own.indexOf(now)) + 1) % own.size()));
        }
    }

    /** The covers of the shown picture. */
    public List<Mask> here() {
        return coversOf(frame.get());
    }

    /** The covers of a picture of the chosen series. */
    List<Mask> coversOf(@Nullable Frame shown) {
        Shown now = chosen.get();
        return now == null
                ? List.of()
                : covers.masks().stream()
                        .filter(mask -> mask.scope().equals(new PixelPlan.OfSeries(now.uid()))
                                || (shown != null && mask.scope().equals(shown.device())))
                        .toList();
    }

    /** Vouches, or no longer, that nothing is written in the chosen series but what is covered. */
    public void vouch(boolean nothingWritten) {
        Shown now = chosen.get();
        if (now != null && nothingWritten) {
            vouched.add(now);
        } else if (now != null) {
            vouched.remove(now);
        }
    }

    /** Whether somebody vouched for the chosen series. */
    public boolean isVouched() {
        Shown now = chosen.get();
        return now != null && looked().contains(now.uid());
    }

    /** What was decided about the pixels. */
    public PixelPlan plan() {
        return covers.plan(uids(series), looked());
    }

    /** Forgets everything. */
    public void clear() {
        look.stop();
        covers.clear();
        vouched.clear();
        series.clear();
        chosen.set(null);
    }

    /** The series that have pictures. */
    public ObservableList<Shown> series() {
        return series;
    }

    /** The series that is shown, or null. */
    public ObjectProperty<@Nullable Shown> chosen() {
        return chosen;
    }

    /** Which of its pictures, from 0. */
    public IntegerProperty index() {
        return index;
    }

    /** The picture, or null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Frame> frame() {
        return frame.getReadOnlyProperty();
    }

    /** Whether the picture cannot be shown. */
    public ReadOnlyBooleanProperty unreadable() {
        return unreadable.getReadOnlyProperty();
    }

    /** All covers, and the way back from each step. */
    public Covers covers() {
        return covers;
    }

    /** Small pictures of the whole series. */
    public Sheet sheet() {
        return sheet;
    }

    /** The search for text. */
    public TextLook look() {
        return look;
    }

    /** Whether covers are for all images of the shown device and size instead of for the series. */
    public BooleanProperty forDevice() {
        return forDevice;
    }

    /** Whether dragging draws a cover instead of changing brightness. */
    public BooleanProperty covering() {
        return covering;
    }

    /** The places with text that are to be decided on. */
    public Places places() {
        return places;
    }

    /** Series that somebody vouched for. */
    public ObservableSet<String> looked() {
        return vouched.now();
    }
}

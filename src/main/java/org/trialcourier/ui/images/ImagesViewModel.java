// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
import org.trialcourier.scan.Series;
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
    private final ObservableList<Mask> masks = FXCollections.observableArrayList();
    private final ObservableSet<String> looked = FXCollections.observableSet(new TreeSet<>());
    private final JobRunner runner;
    private final Frame.Draw draw;
    private @Nullable Progress drawing;
    private boolean again;

    /** A series with pictures, each frame a spot. */
    public record Shown(String uid, String title, List<Frame.Spot> spots) {
        /** Copies the spots. */
        public Shown {
            spots = List.copyOf(spots);
        }
    }

    /** A rectangle that covers part of all images of a series, in pixels of the image. */
    public record Mask(String seriesUid, Box box) {}

    /** Images drawn by {@code draw}, away from the UI thread. */
    public ImagesViewModel(Frame.Draw draw, JobRunner runner) {
        this.draw = draw;
        this.runner = runner;
        chosen.addListener((property, before, now) -> {
            index.set(0);
            adjustment.set(Adjustment.NONE);
            redraw();
        });
        index.addListener((property, before, now) -> redraw());
        adjustment.addListener((property, before, now) -> redraw());
    }

    /** Shows these images from now on; masks and looked-through marks of series that are gone go too. */
    public void show(Catalog selection) {
        List<Shown> fresh = selection.studies().stream()
                .flatMap(study -> study.series().stream())
                .map(ImagesViewModel::shown)
                .filter(one -> !one.spots().isEmpty())
                .toList();
        if (fresh.equals(series)) {
            return;
        }
        Set<String> uids = new TreeSet<>(fresh.stream().map(Shown::uid).toList());
        masks.removeIf(mask -> !uids.contains(mask.seriesUid()));
        looked.retainAll(uids);
        series.setAll(fresh);
        chosen.set(fresh.isEmpty() ? null : fresh.getFirst());
    }

    private static Shown shown(Series of) {
        List<Frame.Spot> spots = new ArrayList<>();
        of.instances().forEach(instance -> IntStream.range(0, instance.frames())
                .forEach(number -> spots.add(new Frame.Spot(instance, number))));
        return new Shown(of.uid(), (of.modality() + "  " + of.description().reveal()).strip(), spots);
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
        Frame.Spot spot = now.spots().get(Math.clamp(index.get(), 0, now.spots().size() - 1));
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

    /** Covers a part of all images of the chosen series. */
    public void cover(Box box) {
        Shown now = chosen.get();
        if (now != null) {
            masks.add(new Mask(now.uid(), box));
        }
    }

    /** Takes back the last cover of the chosen series. */
    public void uncover() {
        List<Mask> own = here();
        if (!own.isEmpty()) {
            masks.remove(own.getLast());
        }
    }

    /** The covers of the chosen series. */
    public List<Mask> here() {
        Shown now = chosen.get();
        return now == null
                ? List.of()
                : masks.stream()
                        .filter(mask -> mask.seriesUid().equals(now.uid()))
                        .toList();
    }

    /** Vouches, or no longer, that nothing is written in the chosen series but what is covered. */
    public void vouch(boolean nothingWritten) {
        Shown now = chosen.get();
        if (now != null && nothingWritten) {
            looked.add(now.uid());
        } else if (now != null) {
            looked.remove(now.uid());
        }
    }

    /** Whether somebody vouched for the chosen series. */
    public boolean isVouched() {
        Shown now = chosen.get();
        return now != null && looked.contains(now.uid());
    }

    /** What was decided about the pixels. */
    public PixelPlan plan() {
        List<PixelPlan.Mask> plan = masks.stream()
                .map(mask -> new PixelPlan.Mask(new PixelPlan.OfSeries(mask.seriesUid()), List.of(mask.box())))
                .toList();
        return new PixelPlan(plan, looked);
    }

    /** Forgets everything. */
    public void clear() {
        masks.clear();
        looked.clear();
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

    /** All covers. */
    public ObservableList<Mask> masks() {
        return masks;
    }

    /** Series that somebody vouched for. */
    public ObservableSet<String> looked() {
        return looked;
    }
}

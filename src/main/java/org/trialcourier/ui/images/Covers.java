// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.pixel.Box;

/** The covers and the places that may be seen, with every step undone and done again. */
public final class Covers {
    private final ObservableList<Mask> masks = FXCollections.observableArrayList();
    private final ObservableList<Mask> harmless = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Mask> picked = new SimpleObjectProperty<>();
    private final Deque<State> past = new ArrayDeque<>();
    private final Deque<State> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    private record State(List<Mask> masks, List<Mask> harmless) {}

    void add(Collection<Mask> more) {
        List<Mask> fresh = more.stream().filter(mask -> !masks.contains(mask)).toList();
        if (!fresh.isEmpty()) {
            remember();
            masks.addAll(fresh);
        }
    }

    private void replace(Mask before, Mask now) {
        int at = masks.indexOf(before);
        if (at >= 0 && !before.equals(now)) {
            remember();
            masks.set(at, now);
        }
    }

    void remove(Mask mask) {
        if (masks.contains(mask)) {
            remember();
            picked.set(null);
            masks.remove(mask);
        }
    }

    /** A place that may be seen, a measurement for example. */
    void allow(Mask place) {
        if (!harmless.contains(place)) {
            remember();
            harmless.add(place);
        }
    }

    private void remember() {
        past.push(now());
        future.clear();
        judge();
    }

    private State now() {
        return new State(List.copyOf(masks), List.copyOf(harmless));
    }

    /** Takes back the last step. */
    public void undo() {
        step(past, future);
    }

    /** Does again what was taken back. */
    public void redo() {
        step(future, past);
    }

    private void step(Deque<State> from, Deque<State> to) {
        if (!from.isEmpty()) {
            picked.set(null);
            to.push(now());
            State state = from.pop();
            masks.setAll(state.masks());
            harmless.setAll(state.harmless());
            judge();
        }
    }

    /** Moves the picked cover, or pulls its lower right corner, by some pixels of the image. */
    public void nudge(int x, int y, boolean pull) {
        Mask mask = picked.get();
        if (mask != null) {
            Box old = mask.box();
            reshape(
                    mask,
                    pull
                            ? new Box(old.x(), old.y(), Math.max(2, old.width() + x), Math.max(2, old.height() + y))
                            : new Box(old.x() + x, old.y() + y, old.width(), old.height()));
        }
    }

    /** Gives a cover another place or size. */
    public void reshape(Mask mask, Box box) {
        Mask now = new Mask(mask.scope(), box);
        replace(mask, now);
        picked.set(now);
    }

    /** Forgets everything, the steps too. */
    void clear() {
        masks.clear();
        harmless.clear();
        past.clear();
        future.clear();
        judge();
    }

    private void judge() {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }

    /** What counts for these series; a series that was taken away finds its covers when it comes back. */
    PixelPlan plan(Set<String> seriesUids, Set<String> looked) {
        return new PixelPlan(planned(masks, seriesUids), looked, planned(harmless, seriesUids));
    }

    private static List<PixelPlan.Mask> planned(List<Mask> list, Set<String> seriesUids) {
        return list.stream()
                .filter(mask ->
                        !(mask.scope() instanceof PixelPlan.OfSeries one) || seriesUids.contains(one.seriesUid()))
                .map(Mask::planned)
                .toList();
    }

    /** All covers. */
    public ObservableList<Mask> masks() {
        return masks;
    }

    /** Places that may be seen. */
    public ObservableList<Mask> harmless() {
        return harmless;
    }

    /** The cover that keys move and take away, or null. */
    public ObjectProperty<@Nullable Mask> picked() {
        return picked;
    }

    /** Whether there is a step to undo. */
    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is a step to do again. */
    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }
}

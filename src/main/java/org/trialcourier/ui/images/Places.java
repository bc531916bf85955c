// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.DeviceTemplates;
import org.trialcourier.submit.SeriesWriting;
import org.trialcourier.submit.SeriesWriting.Place;

/** The places with text that were found: one by one they are covered, or said to be harmless. */
public final class Places {
    private static final int ROOM = 3;

    private final ObjectProperty<@Nullable Place> picked = new SimpleObjectProperty<>();
    private final ImagesViewModel model;

    Places(ImagesViewModel model) {
        this.model = model;
    }

    /** Places with text in the shown picture that are neither covered nor found harmless. */
    public List<Place> here() {
        Frame.Spot spot = model.spot();
        return spot == null
                ? List.of()
                : open().stream().filter(place -> isIn(place, spot)).toList();
    }

    private static boolean isIn(Place place, Frame.Spot spot) {
        return place.frame() == spot.frame()
                && place.sopInstanceUid().equals(spot.instance().sopInstanceUid());
    }

    /** All such places of the chosen series. */
    public List<Place> open() {
        Shown now = model.chosen().get();
        SeriesWriting writing = now == null ? null : model.look().found().get(now.uid());
        PixelPlan plan = model.plan();
        return writing == null
                ? List.of()
                : writing.places().stream()
                        .filter(place -> !plan.settles(place.image(), place.box()))
                        .toList();
    }

    /** Shows the next picture in which such a place is, and picks the place. */
    public void next() {
        Shown now = model.chosen().get();
        if (now == null) {
            return;
        }
        List<Place> open = open();
        List<Place> here = here();
        int at = picked.get() == null ? -1 : here.indexOf(picked.get());
        if (at + 1 < here.size()) {
            picked.set(here.get(at + 1));
            return;
        }
        for (int step = 1; step <= model.count(); step++) {
            int candidate = (model.index().get() + step) % model.count();
            Frame.Spot spot = now.spots().get(candidate);
            Optional<Place> first =
                    open.stream().filter(place -> isIn(place, spot)).findFirst();
            if (first.isPresent()) {
                model.index().set(candidate);
                picked.set(first.get());
                return;
            }
        }
    }

    /** Covers a place with text, in all images that the covers are for. */
    public void cover(List<Place> places) {
        picked.set(null);
        model.scope().ifPresent(scope -> model.covers()
                .add(places.stream()
                        .map(place -> new Mask(scope, roomy(place.box())))
                        .distinct()
                        .toList()));
    }

    /** Where the shown device is known to write, as far as it is not covered. */
    public List<Box> proposed() {
        Frame frame = model.frame().get();
        if (frame == null) {
            return List.of();
        }
        PixelPlan.OfDevice device = frame.device();
        return DeviceTemplates.of(device.manufacturer(), device.model(), device.columns(), device.rows()).stream()
                .filter(box ->
                        model.here().stream().noneMatch(mask -> mask.box().covers(box)))
                .toList();
    }

    /** Covers these places in all images of the shown device and size. */
    public void accept() {
        Frame frame = model.frame().get();
        if (frame != null) {
            model.covers()
                    .add(proposed().stream()
                            .map(box -> new Mask(frame.device(), box))
                            .toList());
        }
    }

    /** A little larger, as letters do not stand on the very same pixel in every picture. */
    private static Box roomy(Box box) {
        return new Box(box.x() - ROOM, box.y() - ROOM, box.width() + 2 * ROOM, box.height() + 2 * ROOM);
    }

    /** A place with text that may be seen: it is only a measurement. */
    public void allow(Place place) {
        picked.set(null);
        model.scope().ifPresent(scope -> model.covers().allow(new Mask(scope, place.box())));
    }

    /** The place that is being decided on, or null. */
    public ObjectProperty<@Nullable Place> picked() {
        return picked;
    }
}

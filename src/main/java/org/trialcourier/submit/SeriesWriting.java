// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Writing;
import org.trialcourier.check.Writing.Outcome;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.pixel.Box;
import org.trialcourier.problem.Phrase;

/**
 * Where something is written in the pictures of a series: places and kinds, never the text. Lives in memory only.
 *
 * @param seriesUid in the source
 * @param searched false where this computer cannot look for text
 * @param places found
 * @param pictures frames that were looked at
 * @param partly whether so many pictures were left unseen that those seen do not stand for them
 * @param unreadable why some cannot be decoded, or null
 */
public record SeriesWriting(
        String seriesUid,
        boolean searched,
        List<Place> places,
        int pictures,
        boolean partly,
        @Nullable Phrase unreadable) {

    /** Copies the places. */
    public SeriesWriting {
        places = List.copyOf(places);
    }

    /**
     * A place with text.
     *
     * @param sopInstanceUid of the image, in the source
     * @param frame from 0
     * @param image what masks for a kind of device ask for: series, manufacturer, model, size
     * @param confidence that it is text, 0 to 1
     * @param patient which kind of value of this patient it looks like, in words that tell nothing; null where it is none
     */
    public record Place(
            String sopInstanceUid,
            int frame,
            DataSet image,
            Box box,
            double confidence,
            @Nullable String patient) {

        /** Whether it looks like a value of this patient. */
        public boolean isPatient() {
            return patient != null;
        }
    }

    /** What it means for the checks, given what a person decided. */
    Writing under(PixelPlan plan) {
        if (!searched) {
            return Writing.NOT_LOOKED;
        }
        List<Place> open = places.stream()
                .filter(place -> !plan.settles(place.image(), place.box()))
                .toList();
        if (open.stream().anyMatch(Place::isPatient)) {
            return new Writing(Outcome.PATIENT, open.size(), null);
        }
        if (unreadable != null) {
            return new Writing(Outcome.UNREADABLE, open.size(), unreadable);
        }
        if (!open.isEmpty()) {
            return new Writing(Outcome.WRITTEN, open.size(), null);
        }
        return new Writing(partly ? Outcome.PARTLY : Outcome.NOTHING, 0, null);
    }
}

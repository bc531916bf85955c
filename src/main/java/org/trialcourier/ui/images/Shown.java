// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trialcourier.scan.Series;
import org.trialcourier.text.Words;

/** A series with pictures, each frame a spot. */
public record Shown(String uid, String title, List<Frame.Spot> spots) {
    /** Copies the spots. */
    public Shown {
        spots = List.copyOf(spots);
    }

    static Shown of(Series series) {
        List<Frame.Spot> spots = new ArrayList<>();
        series.instances().forEach(instance -> IntStream.range(0, instance.frames())
                .forEach(number -> spots.add(new Frame.Spot(instance, number))));
        String name = series.description().reveal().strip();
        String title = (series.modality() + "  "
                        + (name.isEmpty() ? series.number().reveal().strip() : name))
                .strip();
        return new Shown(series.uid(), title, spots);
    }

    /** What it is called on the screen. */
    String called(Words words) {
        return title.isEmpty() ? words.say("source.series.unnamed") : title;
    }
}

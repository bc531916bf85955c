// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialcourier.app.WindowStart;

/** What came in from outside and waits for a desk: images to look through, and ways to join a trial. */
final class Arrivals {
    private final List<String> waiting = new ArrayList<>();

    void add(List<String> given) {
        waiting.addAll(given);
    }

    /** Takes out the first link or trial file. */
    Optional<String> takeTrial() {
        Optional<String> trial = waiting.stream()
                .filter(word -> WindowStart.isLink(word) || word.endsWith(".json"))
                .findFirst();
        trial.ifPresent(waiting::remove);
        return trial;
    }

    /** Whether there is something that may be images. */
    boolean hasImages() {
        return !waiting.isEmpty();
    }

    /** Takes out all that may be images. */
    List<Path> takeImages() {
        List<Path> images = waiting.stream().map(Path::of).toList();
        waiting.clear();
        return images;
    }
}

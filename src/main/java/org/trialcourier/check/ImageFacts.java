// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Instance;

/**
 * What the checks know of one instance.
 *
 * @param values by tag, all values of all frames, each once
 * @param planes where its frames lie; empty where it does not say
 * @param pixels what the header promises and the file holds
 * @param unreadable why its header could not be read, or null
 */
record ImageFacts(
        Instance instance,
        Map<Integer, List<String>> values,
        List<Plane> planes,
        Pixels pixels,
        @Nullable Phrase unreadable) {

    /**
     * Pixel data: bytes expected and found, or for compressed data frames expected and fragments found.
     *
     * @param expected what the header promises; 0 where it promises nothing
     */
    record Pixels(boolean compressed, long expected, long found) {
        static final Pixels NONE = new Pixels(false, 0, 0);

        boolean isShort() {
            return found < expected;
        }
    }

    List<String> values(int tag) {
        return values.getOrDefault(tag, List.of());
    }

    String first(int tag) {
        List<String> all = values(tag);
        return all.isEmpty() ? "" : all.getFirst();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found out about short texts: the images of a series share most of theirs, and need not be looked at again.
 * In memory only, bounded, and safe for several threads.
 *
 * @param <V> what was found out
 */
public final class Remembered<V> {
    private static final int LONGEST = 128;
    private static final int MOST = 4096;

    private final Map<String, V> known = new ConcurrentHashMap<>();

    /** What is known of a text, found out where it is not known yet. */
    public V of(String text, Function<String, V> findOut) {
        V value = known.get(text);
        if (value == null) {
            value = findOut.apply(text);
            if (text.length() <= LONGEST && known.size() < MOST) {
                known.put(text, value);
            }
        }
        return value;
    }

    /** Tells nothing about the patient. */
    @Override
    public String toString() {
        return "•••";
    }
}

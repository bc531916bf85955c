// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Short values in which nothing was packed that tells of one patient: the images of a series share most of theirs, and
 * need not be unpacked again. Belongs to the needles of one patient. Safe for several threads.
 */
final class SeenValues {
    private static final int LONGEST = 128;
    private static final int MOST = 4096;

    private final Set<ByteBuffer> clean = ConcurrentHashMap.newKeySet();

    boolean has(byte[] value) {
        return value.length <= LONGEST && clean.contains(ByteBuffer.wrap(value));
    }

    void add(byte[] value) {
        if (value.length <= LONGEST && clean.size() < MOST) {
            clean.add(ByteBuffer.wrap(value.clone()));
        }
    }
}

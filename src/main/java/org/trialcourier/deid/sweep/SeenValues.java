// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.trialcourier.dicom.Vr;

/**
 * Short values in which nothing tells of one patient, neither plainly nor packed: the images of a series share most of
 * theirs, and need not be searched again. Belongs to the needles of one patient. Safe for several threads.
 */
final class SeenValues {
    private static final int LONGEST = 128;
    private static final int MOST = 4096;

    private final Map<Vr, Set<ByteBuffer>> clean = new ConcurrentHashMap<>();

    boolean has(Vr vr, byte[] value) {
        Set<ByteBuffer> known = clean.get(vr);
        return known != null && value.length <= LONGEST && known.contains(ByteBuffer.wrap(value));
    }

    void add(Vr vr, byte[] value) {
        Set<ByteBuffer> known = clean.computeIfAbsent(vr, none -> ConcurrentHashMap.newKeySet());
        if (value.length <= LONGEST && known.size() < MOST) {
            known.add(ByteBuffer.wrap(value.clone()));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trialcourier.work.Sha256;

/**
 * Pictures in which nothing is written, so that an equal one need not be looked at again: the same image in another
 * encoding, a frame that stands still, a second look at a draft. Nothing of what is read is kept. In memory only,
 * bounded, and safe for several threads.
 */
final class EmptyPictures {
    private static final int MOST = 10_000;

    private final Map<ByteBuffer, Boolean> known = new ConcurrentHashMap<>();

    /** What a picture is known by: the digest of its size and its colours. */
    static ByteBuffer key(Raster picture) {
        MessageDigest digest = Sha256.digest();
        ByteBuffer row = ByteBuffer.allocate(Integer.BYTES * picture.width());
        for (int y = 0; y < picture.height(); y++) {
            row.asIntBuffer().put(picture.colours(), y * picture.width(), picture.width());
            digest.update(row.array());
        }
        row = ByteBuffer.allocate(Integer.BYTES).putInt(picture.width());
        return ByteBuffer.wrap(digest.digest(row.array()));
    }

    boolean has(ByteBuffer key) {
        return known.containsKey(key);
    }

    void add(ByteBuffer key) {
        if (known.size() < MOST) {
            known.put(key, Boolean.TRUE);
        }
    }
}

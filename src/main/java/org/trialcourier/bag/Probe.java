// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.util.zip.Deflater;

/** Says by the first bytes of a file whether deflating it is worth the time. The same bytes give the same answer. */
final class Probe {
    /** Bytes looked at: enough to get past the header of an image to its pixels. */
    static final int LENGTH = 256 << 10;

    private static final double WORTH = 0.9;

    private Probe() {}

    static boolean shrinks(byte[] head) {
        if (head.length == 0) {
            return false;
        }
        byte[] out = new byte[16 << 10];
        long size = 0;
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(head);
            deflater.finish();
            while (!deflater.finished()) {
                size += deflater.deflate(out);
            }
        }
        return size < head.length * WORTH;
    }
}

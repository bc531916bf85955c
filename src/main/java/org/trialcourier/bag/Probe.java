// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.util.zip.Deflater;

/** Says by the first bytes of a file whether deflating it is worth the time. The same bytes give the same answer. */
final class Probe {
    /** Bytes looked at: enough to get past the header of an image to its pixels. */
    static final int LENGTH = 256 << 10;

    /** Deflating all of them costs more than sending them where they do not shrink: slices stand for the whole. */
    private static final int SLICES = 4;

    private static final int SLICE = 4 << 10;
    private static final double WORTH = 0.9;

    private Probe() {}

    static boolean shrinks(byte[] head) {
        if (head.length == 0) {
            return false;
        }
        byte[] sample = sample(head);
        byte[] out = new byte[SLICE];
        long size = 0;
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(sample);
            deflater.finish();
            while (!deflater.finished()) {
                size += deflater.deflate(out);
            }
        }
        return size < sample.length * WORTH;
    }

    /** Slices from the beginning to the end, evenly apart; all of a head that is no longer than they are. */
    private static byte[] sample(byte[] head) {
        if (head.length <= SLICES * SLICE) {
            return head;
        }
        byte[] sample = new byte[SLICES * SLICE];
        for (int i = 0; i < SLICES; i++) {
            System.arraycopy(head, (head.length - SLICE) / (SLICES - 1) * i, sample, i * SLICE, SLICE);
        }
        return sample;
    }
}

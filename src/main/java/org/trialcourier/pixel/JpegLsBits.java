// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.problem.Phrase;

/** The bits of a JPEG-LS scan: after a byte 0xFF the next byte has only seven (ISO/IEC 14495-1 A.1). */
final class JpegLsBits {
    private final byte[] data;
    private int at;
    private int current;
    private int left;
    private boolean stuffed;

    JpegLsBits(byte[] data, int from) {
        this.data = data;
        this.at = from;
    }

    int bit() {
        if (left == 0) {
            current = data[at++] & 0xFF;
            left = stuffed ? 7 : 8;
            stuffed = current == 0xFF;
        }
        left--;
        return (current >> left) & 1;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 1) | bit();
        }
        return value;
    }

    /** A number in the limited Golomb code (A.5.3). */
    int golomb(int k, int limit, int escapeBits) throws UndecodableException {
        int zeros = 0;
        while (bit() == 0) {
            if (++zeros > limit) {
                throw new UndecodableException(Phrase.of("pixels.damaged"));
            }
        }
        return zeros < limit - escapeBits - 1 ? (zeros << k) + bits(k) : bits(escapeBits) + 1;
    }

    /** Where the next marker may stand. */
    int position() {
        return stuffed && left == 0 ? at - 1 : at;
    }
}

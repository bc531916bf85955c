// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.problem.Phrase;

/** The bits of a scan of a JPEG frame, without the bytes stuffed between them (ISO/IEC 10918-1, F.2.2.5). */
final class HuffmanBits {
    private final byte[] data;
    private int at;
    private int current;
    private int left;

    HuffmanBits(byte[] data, int at) {
        this.data = data;
        this.at = at;
    }

    /** The value of the next code. */
    int code(HuffmanTable table) throws UndecodableException {
        int code = 0;
        for (int length = 1; length <= HuffmanTable.LONGEST; length++) {
            code = code << 1 | bit();
            if (code < table.behind()[length]) {
                return table.values()[code + table.offsets()[length]] & 0xFF;
            }
        }
        throw new UndecodableException(Phrase.of("pixels.damaged"));
    }

    /** A number with its sign, of so many bits (F.2.2.1). */
    int signed(int count) throws UndecodableException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return count > 0 && value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
    }

    /** Goes behind the restart marker that must stand here. */
    void restart() throws UndecodableException {
        left = 0;
        while ((data[at] & 0xFF) == 0xFF && (data[at + 1] & 0xFF) == 0xFF) {
            at++;
        }
        if ((data[at] & 0xFF) != 0xFF || (data[at + 1] & 0xF8) != 0xD0) {
            throw new UndecodableException(Phrase.of("pixels.damaged"));
        }
        at += 2;
    }

    /** Where the next marker may stand. */
    int position() {
        return at;
    }

    private int bit() throws UndecodableException {
        if (left == 0) {
            current = data[at++] & 0xFF;
            if (current == 0xFF) {
                if (data[at++] != 0) {
                    throw new UndecodableException(Phrase.of("pixels.cut-short"));
                }
            }
            left = 8;
        }
        return current >> --left & 1;
    }
}

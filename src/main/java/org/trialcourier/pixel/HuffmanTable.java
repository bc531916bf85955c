// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

/**
 * Huffman codes of a JPEG frame, by the length of a code (ISO/IEC 10918-1, C.2 and F.2.2.3).
 *
 * @param behind the first code of each length that is not in use any more; of no meaning where a length has none
 * @param offsets what to add to a code of each length to find its value
 * @param values the coded values
 */
record HuffmanTable(int[] behind, int[] offsets, byte[] values) {
    static final int LONGEST = 16;

    /** Reads a table, which begins with how many codes of each length it has. */
    static HuffmanTable read(byte[] data, int at) {
        int[] behind = new int[LONGEST + 1];
        int[] offsets = new int[LONGEST + 1];
        int code = 0;
        int values = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int count = data[at + length - 1] & 0xFF;
            offsets[length] = values - code;
            code += count;
            values += count;
            behind[length] = code;
            code <<= 1;
        }
        byte[] coded = new byte[values];
        System.arraycopy(data, at + LONGEST, coded, 0, values);
        return new HuffmanTable(behind, offsets, coded);
    }

    /** How many bytes it took in the frame. */
    int length() {
        return LONGEST + values.length;
    }
}

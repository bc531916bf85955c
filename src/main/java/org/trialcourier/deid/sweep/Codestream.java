// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

/** Where comments may stand in a compressed picture: before the first scan, and behind its end (JPEG, JPEG-LS, JPEG 2000). */
final class Codestream {
    private static final int START_OF_SCAN = 0xDA;
    private static final int START_OF_DATA = 0x93;
    private static final int END = 0xD9;
    private static final int RLE_HEADER = 64;

    private Codestream() {}

    /** Length of the header; of what is no such picture, the length of an RLE header. */
    static int header(byte[] data) {
        boolean jpeg = starts(data, 0xFF, 0xD8) || starts(data, 0xFF, 0x4F) || starts(data, 0, 0, 0, 12);
        if (!jpeg) {
            return Math.min(RLE_HEADER, data.length);
        }
        for (int at = 0; at + 1 < data.length; at++) {
            int marker = data[at + 1] & 0xFF;
            if ((data[at] & 0xFF) == 0xFF && (marker == START_OF_SCAN || marker == START_OF_DATA)) {
                return at + 2;
            }
        }
        return data.length;
    }

    /** Where the last picture in the first bytes ends; the end itself where no mark says so. */
    static int end(byte[] data, int length) {
        for (int at = length - 2; at >= 0; at--) {
            if ((data[at] & 0xFF) == 0xFF && (data[at + 1] & 0xFF) == END) {
                return at + 2;
            }
        }
        return length;
    }

    private static boolean starts(byte[] data, int... bytes) {
        if (data.length < bytes.length) {
            return false;
        }
        for (int at = 0; at < bytes.length; at++) {
            if ((data[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}

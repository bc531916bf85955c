// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import org.jspecify.annotations.Nullable;

/** Finds out from the first bytes whether they are a data set, and in which encoding. */
final class Guess {
    private static final int ELEMENTS = 3;

    private Guess() {}

    /** The encoding in which the first elements of a file without a header make sense, or null where none does. */
    static @Nullable Encoding encoding(byte[] head) {
        return encoding(head, ELEMENTS);
    }

    /** The encoding of the very first element of a data set, or null where it does not tell. */
    static @Nullable Encoding first(byte[] head) {
        return encoding(head, 1);
    }

    private static @Nullable Encoding encoding(byte[] head, int elements) {
        for (Encoding encoding :
                new Encoding[] {Encoding.EXPLICIT_LITTLE, Encoding.EXPLICIT_BIG, Encoding.IMPLICIT_LITTLE}) {
            if (makesSense(head, encoding, elements)) {
                return encoding;
            }
        }
        return null;
    }

    /** The first elements must be in order, of the low standard groups, known to the dictionary, and of possible length. */
    private static boolean makesSense(byte[] head, Encoding encoding, int elements) {
        long at = 0;
        int last = 0;
        for (int count = 0; count < elements; count++) {
            if (at + 8 > head.length) {
                return count > 0 && (at >= head.length || head.length < 512);
            }
            int start = (int) at;
            int tag = number(head, start, encoding.big()) << 16 | number(head, start + 2, encoding.big());
            int group = Tag.group(tag);
            if (Integer.compareUnsigned(tag, last) < 0 || group > 0x7FE0 || group < 2 && count == 0) {
                return false;
            }
            if (count == 0 && (group > 0x18 || !isKnown(tag))) {
                return false;
            }
            long length = length(head, start, encoding);
            if (length < 0) {
                return false;
            }
            if (length == 0xFFFF_FFFFL) {
                return count > 0 || elements == 1;
            }
            at += length;
            last = tag;
        }
        return true;
    }

    private static boolean isKnown(int tag) {
        return Tag.isGroupLength(tag) || Dictionary.standard().find(tag).isPresent();
    }

    /** Bytes of header and value, 0xFFFFFFFF where undefined, -1 where there is no header. */
    private static long length(byte[] head, int at, Encoding encoding) {
        if (!encoding.explicit()) {
            long length = (number(head, at + 6, false) << 16 | number(head, at + 4, false)) & 0xFFFF_FFFFL;
            return length == 0xFFFF_FFFFL ? length : length > 0x7FFF_FFFFL ? -1 : length + 8;
        }
        Vr vr = Vr.of(head[at + 4], head[at + 5]);
        if (vr == null) {
            return -1;
        }
        if (!vr.isLong()) {
            return 8L + number(head, at + 6, encoding.big());
        }
        if (at + 12 > head.length) {
            return (long) head.length - at;
        }
        int first = number(head, at + 8, encoding.big());
        int second = number(head, at + 10, encoding.big());
        long length = (encoding.big() ? first << 16 | second : second << 16 | first) & 0xFFFF_FFFFL;
        return length == 0xFFFF_FFFFL ? length : length + 12;
    }

    private static int number(byte[] data, int at, boolean big) {
        int first = data[at] & 0xFF;
        int second = data[at + 1] & 0xFF;
        return big ? first << 8 | second : second << 8 | first;
    }
}

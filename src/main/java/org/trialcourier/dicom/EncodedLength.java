// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.ArrayList;
import java.util.List;

/** Measures what a data set takes when written, and remembers the lengths of sequences and items on the way. */
final class EncodedLength {
    /** Stands for a length that is not written: a delimiter ends the value. */
    static final long UNDEFINED = 0xFFFF_FFFFL;

    private static final long LARGEST_SHORT = 0xFFFE;

    private final boolean exact;
    private final List<Long> found = new ArrayList<>();

    EncodedLength(boolean exact) {
        this.exact = exact;
    }

    /** The lengths to write for sequences and items, in the order in which they are met. */
    List<Long> found() {
        return found;
    }

    /** Whether an element is not written anew: group lengths, which are retired, but that of the meta information. */
    static boolean isDropped(int tag) {
        return Tag.isGroupLength(tag) && Tag.group(tag) != 2;
    }

    /** The VR to write: UN where a value is too long for the short form of its own (PS3.5 6.2.2). */
    static Vr writtenVr(Vr vr, long length) {
        return !vr.isLong() && length > LARGEST_SHORT + 1 ? Vr.UN : vr;
    }

    long of(DataSet data, Encoding encoding) {
        long sum = 0;
        for (Element element : data) {
            if (exact || !isDropped(element.tag())) {
                sum += of(element, encoding);
            }
        }
        return sum;
    }

    private long of(Element element, Encoding encoding) {
        long length =
                switch (element.value()) {
                    case Value.Bytes bytes -> even(bytes.data().length);
                    case Value.InFile inFile -> even(inFile.length());
                    case Value.Items items -> items(items, encoding);
                    case Value.Fragments fragments -> fragments(fragments);
                };
        return length + header(element, length, encoding);
    }

    private long header(Element element, long length, Encoding encoding) {
        boolean isLong = element.value() instanceof Value.Items
                || element.value() instanceof Value.Fragments
                || writtenVr(element.vr(), length).isLong();
        return encoding.explicit() && isLong ? 12 : 8;
    }

    private long items(Value.Items items, Encoding encoding) {
        Encoding inner = items.unknown() ? Encoding.IMPLICIT_LITTLE : encoding;
        int place = found.size();
        found.add(UNDEFINED);
        long sum = 0;
        for (DataSet item : items.items()) {
            int itemPlace = found.size();
            found.add(UNDEFINED);
            long length = of(item, inner);
            if (item.hasUndefinedLength()) {
                sum += 16 + length;
            } else {
                found.set(itemPlace, length);
                sum += 8 + length;
            }
        }
        if (items.undefinedLength()) {
            return sum + 8;
        }
        found.set(place, sum);
        return sum;
    }

    private long fragments(Value.Fragments fragments) {
        long sum = 8;
        for (Value part : fragments.parts()) {
            sum += 8
                    + even(
                            switch (part) {
                                case Value.InFile inFile -> inFile.length();
                                case Value.Bytes bytes -> bytes.data().length;
                                default -> throw new IllegalArgumentException("a fragment is bytes");
                            });
        }
        return sum;
    }

    private long even(long length) {
        return exact ? length : length + (length & 1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Vr;

/** What stands before the value of an element in little endian order: tag, VR, length. One object serves all files. */
final class Head {
    static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final int ITEMS = 0xFFFE;

    private static final int LETTERS = 32;
    private static final byte SHORT = 1;
    private static final byte LONG = 2;
    private static final byte[] FORMS = new byte[LETTERS * LETTERS];

    static {
        for (Vr vr : Vr.values()) {
            int code = (vr.name().charAt(0) - 'A') * LETTERS + vr.name().charAt(1) - 'A';
            FORMS[code] = vr == Vr.SQ ? 0 : vr.isLong() ? LONG : SHORT;
        }
    }

    private int last;
    private int tag;
    private Vr vr = Vr.UN;
    private long length;
    private long value;

    /** Reads the head at a position; says no where there is none that makes sense. */
    boolean read(Window window, long position, boolean explicit) throws IOException {
        int at = window.find(position, 8);
        if (at < 0) {
            return false;
        }
        byte[] bytes = window.bytes();
        tag = Window.tag(bytes, at);
        value = position + 8;
        if (!explicit || tag >>> 16 == ITEMS) {
            vr = explicit ? Vr.UN : Dictionary.standard().vrOf(tag);
            length = Window.int32(bytes, at + 4) & UNDEFINED;
            return true;
        }
        Vr named = Vr.of(bytes[at + 4], bytes[at + 5]);
        if (named == null) {
            return false;
        }
        vr = named;
        if (!named.isLong()) {
            length = Window.int16(bytes, at + 6);
            return true;
        }
        at = window.find(position, 12);
        if (at < 0) {
            return false;
        }
        length = Window.int32(bytes, at + 8) & UNDEFINED;
        value = position + 12;
        return true;
    }

    /**
     * Passes over elements in explicit VR that are in memory, in order, and of no interest; that is most of a header.
     *
     * @param before the tag of the last element, which those that follow must exceed
     * @param until the first tag that is of interest
     * @return the position of the first element not passed over
     */
    long pass(Window window, long position, int before, int until) {
        last = before;
        int at = window.offset(position);
        int start = at;
        byte[] bytes = window.bytes();
        int end = window.filled() - 12;
        while (at >= 0 && at <= end) {
            int found = Window.tag(bytes, at);
            int first = bytes[at + 4] - 'A';
            int second = bytes[at + 5] - 'A';
            if (found <= last || found >= until || (first | second) >>> 5 != 0) {
                break;
            }
            byte form = FORMS[first * LETTERS + second];
            if (form == SHORT) {
                at += 8 + Window.int16(bytes, at + 6);
            } else if (form == LONG && Window.int32(bytes, at + 8) >>> 16 == 0) {
                at += 12 + Window.int32(bytes, at + 8);
            } else {
                break;
            }
            last = found;
        }
        return position + at - start;
    }

    /** The tag of the last element passed over. */
    int last() {
        return last;
    }

    int tag() {
        return tag;
    }

    Vr vr() {
        return vr;
    }

    /** Length of the value, or {@link #UNDEFINED}. */
    long length() {
        return length;
    }

    /** Where the value begins. */
    long value() {
        return value;
    }

    boolean isOpen() {
        return length == UNDEFINED;
    }

    /** Where the value ends, if its length is known. */
    long end() {
        return value + length;
    }
}

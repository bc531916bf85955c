// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Vr;

/** What stands before the value of an element in little endian order: tag, VR, length. One object serves all files. */
final class Head {
    static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final int ITEMS = 0xFFFE;

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

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what stands before a value: tag, VR and length. One object serves a whole data set. */
final class Header {
    private static final long UNDEFINED = 0xFFFF_FFFFL;

    private int tag;
    private Vr vr = Vr.UN;
    private long length;
    private Encoding encoding = Encoding.EXPLICIT_LITTLE;
    private boolean odd;

    /**
     * Reads one header.
     *
     * @param data the elements read so far, for VRs that depend on others
     * @return false where there is none
     */
    boolean read(DicomInput in, Encoding expected, DataSet data) throws IOException {
        if (in.available(8) < 8) {
            return false;
        }
        boolean big = expected.big();
        tag = in.peekTag(0, big);
        encoding = expected;
        odd = false;
        if (!expected.explicit()) {
            vr = ImplicitVr.of(tag, data);
            length = in.peekInt(4, false) & UNDEFINED;
            in.advance(8);
            return true;
        }
        int first = in.peek(4);
        int second = in.peek(5);
        Vr named = Vr.of(first, second);
        if (named != null) {
            return explicit(in, named, named.isLong(), big);
        }
        odd = true;
        if (isLetter(first) && isLetter(second)) {
            // A VR newer than this program: all of them have the long form (PS3.5 6.2, note on new VRs).
            return explicit(in, Vr.UN, in.peekShort(6, big) == 0, big);
        }
        return withoutVr(in, data, big);
    }

    private boolean explicit(DicomInput in, Vr named, boolean isLong, boolean big) throws IOException {
        vr = named;
        if (!isLong) {
            length = in.peekShort(6, big);
            in.advance(8);
            return true;
        }
        if (in.available(12) < 12) {
            return false;
        }
        length = in.peekInt(8, big) & UNDEFINED;
        in.advance(12);
        return true;
    }

    /** Some writers leave single elements in implicit VR within an explicit data set. */
    private boolean withoutVr(DicomInput in, @Nullable DataSet data, boolean big) {
        long found = in.peekInt(4, big) & UNDEFINED;
        long whole = in.blob().length();
        if (data == null || big || found != UNDEFINED && (whole < 0 || found > whole - in.position() - 8)) {
            return false;
        }
        vr = ImplicitVr.of(tag, data);
        length = found;
        encoding = Encoding.IMPLICIT_LITTLE;
        in.advance(8);
        return true;
    }

    private static boolean isLetter(int code) {
        return code >= 'A' && code <= 'Z';
    }

    int tag() {
        return tag;
    }

    Vr vr() {
        return vr;
    }

    /** The length, or 0xFFFFFFFF where it is undefined. */
    long length() {
        return length;
    }

    /** How what is inside the value is encoded. */
    Encoding encoding() {
        return encoding;
    }

    /** Whether the header was not as it should be. */
    boolean odd() {
        return odd;
    }
}

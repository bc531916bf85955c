// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Value;

/** A value in which some bytes are read as zeros. */
record BlankedBlob(Value.InFile value, List<LateComments.Range> blank) implements Blob {
    @Override
    public long length() {
        return value.length();
    }

    @Override
    public InputStream open(long position) throws IOException {
        InputStream in = Element.open(value);
        in.skipNBytes(position);
        return new MaskedStream(in, (data, from, count, at) -> apply(blank, data, from, count, at), position);
    }

    /** Blanks the part of an array that begins at a position of the value. */
    static void apply(List<LateComments.Range> blank, byte[] data, int from, int count, long position) {
        for (LateComments.Range range : blank) {
            int first = Math.clamp(range.from() - position, 0, count);
            int last = Math.clamp(range.to() - position, 0, count);
            Arrays.fill(data, from + first, from + last, (byte) 0);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Value;

/** A new beginning, and behind it what still stands in the source. */
record HeadedBlob(byte[] head, Value.InFile rest) implements Blob {
    @Override
    public long length() {
        return head.length + rest.length();
    }

    @Override
    public InputStream open(long position) throws IOException {
        if (position >= head.length) {
            InputStream in = Element.open(rest);
            in.skipNBytes(position - head.length);
            return in;
        }
        int from = (int) position;
        return new SequenceInputStream(new ByteArrayInputStream(head, from, head.length - from), Element.open(rest));
    }
}

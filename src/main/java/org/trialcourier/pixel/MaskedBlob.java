// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.io.InputStream;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.Element;

/** Uncompressed pixel data with rectangles blackened; nothing is held in memory. */
record MaskedBlob(Element pixels, PixelLayout layout) implements Blob {
    @Override
    public long length() {
        return pixels.length();
    }

    @Override
    public InputStream open(long position) throws IOException {
        InputStream in = pixels.open();
        in.skipNBytes(position);
        return new MaskedStream(in, layout::apply, position);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read in runs of bytes, as the streams of a {@link Blob} are; a single byte is a run of one. */
public abstract class BlobStream extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public abstract int read(byte[] buffer, int from, int count) throws IOException;
}

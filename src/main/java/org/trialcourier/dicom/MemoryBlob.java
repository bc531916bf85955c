// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** An array as a {@link Blob}. */
record MemoryBlob(byte[] data) implements Blob {
    @Override
    public long length() {
        return data.length;
    }

    @Override
    public InputStream open(long position) {
        int from = (int) Math.min(position, data.length);
        return new ByteArrayInputStream(data, from, data.length - from);
    }
}

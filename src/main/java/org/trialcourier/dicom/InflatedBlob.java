// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What a deflated data set unpacks to (RFC 1951), unpacked anew each time it is opened, so that nothing of it has to be
 * kept. Its length is not known.
 */
record InflatedBlob(Blob packed, long start) implements Blob {
    @Override
    public long length() {
        return -1;
    }

    @Override
    public InputStream open(long position) throws IOException {
        Inflater inflater = new Inflater(true);
        InputStream unpacked = new InflaterInputStream(packed.open(start), inflater, 16 << 10) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
        try {
            unpacked.skipNBytes(position);
            return unpacked;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }
}

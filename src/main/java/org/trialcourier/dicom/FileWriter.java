// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.OutputStream;

/** Writes Part 10 files. */
final class FileWriter {
    private final OutputStream out;

    FileWriter(OutputStream out) {
        this.out = out;
    }

    void write(DicomFile file) throws IOException {
        out.write(new byte[128]);
    }

    void writeUnchanged(DicomFile file, FileForm form) throws IOException {
        out.write(form.preamble());
    }
}

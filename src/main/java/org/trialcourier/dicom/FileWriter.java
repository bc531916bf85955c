// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes files (PS3.10 7.1). */
final class FileWriter {
    private static final byte[] MARK = {'D', 'I', 'C', 'M'};

    private final OutputStream out;

    FileWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 13);
    }

    /** An empty preamble, meta information with the right length, the data set, and nothing else. */
    void write(DicomFile file) throws IOException {
        out.write(new byte[128]);
        out.write(MARK);
        DataSet meta = file.meta().copy();
        if (!meta.text(Tag.TRANSFER_SYNTAX_UID).equals(file.transferSyntax().uid())) {
            meta.putText(Tag.TRANSFER_SYNTAX_UID, Vr.UI, file.transferSyntax().uid());
        }
        meta.remove(Tag.FILE_META_INFORMATION_GROUP_LENGTH);
        long length = DataSetWriter.length(meta, Encoding.EXPLICIT_LITTLE);
        meta.putInts(Tag.FILE_META_INFORMATION_GROUP_LENGTH, Vr.UL, Math.toIntExact(length));
        new DataSetWriter(out, false).write(meta, Encoding.EXPLICIT_LITTLE);
        writeData(file, Encoding.of(file.transferSyntax()), false);
        out.flush();
    }

    /** All as it was read. */
    void writeUnchanged(DicomFile file, FileForm form) throws IOException {
        out.write(form.preamble());
        if (form.marked()) {
            out.write(MARK);
        }
        new DataSetWriter(out, true).write(file.meta(), Encoding.EXPLICIT_LITTLE);
        Encoding encoding = form.encoding();
        writeData(file, encoding == null ? Encoding.of(file.transferSyntax()) : encoding, true);
        Value.InFile trailing = form.trailing();
        if (trailing != null && !file.transferSyntax().deflated()) {
            ValueCopy copy = new ValueCopy(out);
            copy.write(trailing, 1);
            copy.close();
        }
        out.flush();
    }

    private void writeData(DicomFile file, Encoding encoding, boolean exact) throws IOException {
        if (!file.transferSyntax().deflated()) {
            new DataSetWriter(out, exact).write(file.data(), encoding);
            return;
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater, 1 << 16);
            new DataSetWriter(packed, exact).write(file.data(), encoding);
            packed.finish();
            if (deflater.getBytesWritten() % 2 != 0) {
                out.write(0);
            }
        } finally {
            deflater.end();
        }
    }
}

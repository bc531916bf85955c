// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A DICOM file (PS3.10 7): file meta information and a data set, large values left where they were read. */
public final class DicomFile {
    private final DataSet meta;
    private final DataSet data;
    private final TransferSyntax transferSyntax;
    private final FileForm form;

    DicomFile(DataSet meta, DataSet data, TransferSyntax transferSyntax, FileForm form) {
        this.meta = meta;
        this.data = data;
        this.transferSyntax = transferSyntax;
        this.form = form;
    }

    /** Reads a file, see {@link ReadOptions#WHOLE}. */
    public static DicomFile read(Path file) throws NotDicomException {
        return read(file, ReadOptions.WHOLE);
    }

    /** Reads as much of a file as the options say. */
    public static DicomFile read(Path file, ReadOptions options) throws NotDicomException {
        Blob blob;
        try {
            blob = Blob.of(file);
        } catch (IOException e) {
            throw Unreadable.of(e);
        }
        return read(blob, options);
    }

    /** Reads a file held in memory; the array must not be changed while the result is in use. */
    public static DicomFile read(byte[] file) throws NotDicomException {
        return read(Blob.of(file), ReadOptions.WHOLE);
    }

    /** Reads a file from wherever its bytes are. */
    public static DicomFile read(Blob file, ReadOptions options) throws NotDicomException {
        return FileReader.read(file, options);
    }

    /**
     * A new file of a data set, which must have SOP Class UID and SOP Instance UID; its file meta information is made
     * from these.
     */
    public static DicomFile of(DataSet data, TransferSyntax transferSyntax) {
        DataSet meta = new DataSet();
        meta.putBytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1});
        meta.putText(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Vr.UI, data.text(Tag.SOP_CLASS_UID));
        meta.putText(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, data.text(Tag.SOP_INSTANCE_UID));
        meta.putText(Tag.TRANSFER_SYNTAX_UID, Vr.UI, transferSyntax.uid());
        meta.putText(Tag.IMPLEMENTATION_CLASS_UID, Vr.UI, Uids.IMPLEMENTATION_CLASS);
        meta.putText(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, Uids.IMPLEMENTATION_VERSION);
        return new DicomFile(meta, data, transferSyntax, FileForm.NEW);
    }

    /** The file meta information, group 0002; empty where the file has none. */
    public DataSet meta() {
        return meta;
    }

    /** The data set. */
    public DataSet data() {
        return data;
    }

    /** How the data set is encoded; found out from the bytes where the file does not say. */
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /**
     * What is unusual about the file, in plain words without any data of a patient: content in the preamble, bytes
     * after the end, a missing header. None of it is written by {@link #write}.
     */
    public List<String> oddities() {
        return form.oddities();
    }

    /** The first 128 bytes, which may hold anything; empty where the file has no preamble. */
    public byte[] preamble() {
        return form.preamble().clone();
    }

    /** Writes the file: an empty preamble, the meta information and the data set, nothing after its end. */
    public void write(OutputStream out) throws IOException {
        new FileWriter(out).write(this);
    }

    /** Writes the file to a path, replacing what is there. */
    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out);
        }
    }

    /** Writes the file with everything it was read with: its own preamble or none, and the bytes after its end. */
    public void writeUnchanged(OutputStream out) throws IOException {
        new FileWriter(out).writeUnchanged(this, form);
    }
}

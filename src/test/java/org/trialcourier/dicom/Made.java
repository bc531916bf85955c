// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** DICOM objects made in code, of fictional patients. */
public final class Made {
    private Made() {}

    /** A small CT image with a sequence, private elements and pixels, all from a seed. */
    public static DataSet image(int seed) {
        DataSet data = new DataSet();
        data.putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        data.putText(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL");
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, "2.25.1000" + seed);
        data.putText(Tag.STUDY_DATE, "20260901");
        data.putText(Tag.STUDY_TIME, "101500");
        data.putText(Tag.MODALITY, "CT");
        data.putText(Tag.SERIES_DESCRIPTION, "Lunge dünn");
        DataSet reference = new DataSet();
        reference.putText(Tag.REFERENCED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        reference.putText(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.77");
        DataSet inner = new DataSet();
        inner.putText(Tag.CODE_MEANING, "Größe");
        reference.putItems(Tag.CONCEPT_NAME_CODE_SEQUENCE, List.of(inner));
        data.putItems(Tag.REFERENCED_IMAGE_SEQUENCE, List.of(reference, new DataSet()));
        data.putText(0x00090010, Vr.LO, "SPECIMEN PRIVATE");
        data.putBytes(0x00091001, Vr.OB, new byte[] {1, 2, 3, 4});
        data.putText(Tag.PATIENT_NAME, "Specimen^Fictional");
        data.putText(Tag.PATIENT_ID, "TESTPATIENT1");
        data.putText(Tag.PATIENT_BIRTH_DATE, "19610203");
        data.putText(Tag.PATIENT_SEX, "O");
        data.putText(Tag.SLICE_THICKNESS, "1.25");
        data.putText(Tag.STUDY_INSTANCE_UID, "2.25.10");
        data.putText(Tag.SERIES_INSTANCE_UID, "2.25.11");
        data.putText(Tag.SERIES_NUMBER, "2");
        data.putText(Tag.INSTANCE_NUMBER, Integer.toString(seed));
        data.putText(Tag.IMAGE_POSITION_PATIENT, "-100.5", "-100.5", Double.toString(seed * 1.25));
        data.putText(Tag.IMAGE_ORIENTATION_PATIENT, "1", "0", "0", "0", "1", "0");
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        data.putText(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        data.putInts(Tag.ROWS, Vr.US, 8);
        data.putInts(Tag.COLUMNS, Vr.US, 8);
        data.putText(Tag.PIXEL_SPACING, "0.5", "0.5");
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, 16);
        data.putInts(Tag.BITS_STORED, Vr.US, 12);
        data.putInts(Tag.HIGH_BIT, Vr.US, 11);
        data.putInts(Tag.PIXEL_REPRESENTATION, Vr.US, 1);
        data.putText(Tag.PIXEL_PADDING_VALUE, Vr.SS, "-2000");
        byte[] pixels = new byte[128];
        new Random(seed).nextBytes(pixels);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        return data;
    }

    /** A file of {@link #image} in a transfer syntax, as bytes. */
    public static byte[] file(int seed, TransferSyntax syntax) {
        return bytes(DicomFile.of(image(seed), syntax));
    }

    /** A file as bytes. */
    public static byte[] bytes(DicomFile file) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as bytes, as it was read. */
    static byte[] unchanged(DicomFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.writeUnchanged(out);
        return out.toByteArray();
    }

    /** Bytes given as text of one byte per character, so that structure can be written down by hand. */
    static byte[] raw(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A file with preamble and meta information around raw bytes of a data set. */
    static byte[] around(TransferSyntax syntax, byte[] data) {
        DataSet named = new DataSet();
        named.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7");
        named.putText(Tag.SOP_INSTANCE_UID, "2.25.5");
        DataSet none = new DataSet();
        DicomFile empty = new DicomFile(DicomFile.of(named, syntax).meta(), none, syntax, FileForm.NEW);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes(empty));
        all.writeBytes(data);
        return all.toByteArray();
    }
}

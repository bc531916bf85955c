// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** Images of people who do not exist, to be changed and checked. */
final class Made {
    static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    static final String PET = "1.2.840.10008.5.1.4.1.1.128";
    static final String US = "1.2.840.10008.5.1.4.1.1.6.1";
    static final String CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    static final String DOSE_REPORT = "1.2.840.10008.5.1.4.1.1.88.67";
    static final String TEXT_REPORT = "1.2.840.10008.5.1.4.1.1.88.11";
    static final String PDF = "1.2.840.10008.5.1.4.1.1.104.1";

    private final List<DataSet> images = new ArrayList<>();

    private Made() {}

    /** A good thin chest CT of 20 slices. */
    static Made chest() {
        return nothing().series(CT, "CT", "1", "Thorax thin", 20, 2.0);
    }

    static Made nothing() {
        return new Made();
    }

    /** Adds a series of axial slices of study 1. */
    Made series(String sopClass, String modality, String number, String description, int slices, double spacing) {
        for (int i = 0; i < slices; i++) {
            images.add(image(sopClass, modality, number, description, i + 1, i * spacing));
        }
        return this;
    }

    /** Adds an object without pixels. */
    Made document(String sopClass, String modality, String number, String description) {
        DataSet data = image(sopClass, modality, number, description, 1, 0);
        for (int tag : List.of(
                Tag.PIXEL_DATA,
                Tag.ROWS,
                Tag.COLUMNS,
                Tag.IMAGE_POSITION_PATIENT,
                Tag.IMAGE_ORIENTATION_PATIENT,
                Tag.BITS_ALLOCATED)) {
            data.remove(tag);
        }
        images.add(data);
        return this;
    }

    Made all(Consumer<DataSet> change) {
        images.forEach(change);
        return this;
    }

    Made one(int index, Consumer<DataSet> change) {
        change.accept(images.get(index));
        return this;
    }

    Made each(BiConsumer<Integer, DataSet> change) {
        for (int i = 0; i < images.size(); i++) {
            change.accept(i, images.get(i));
        }
        return this;
    }

    /** Changes the images from an index on. */
    Made from(int index, Consumer<DataSet> change) {
        images.subList(index, images.size()).forEach(change);
        return this;
    }

    /** Removes images; indexes in ascending order. */
    Made without(int... indexes) {
        for (int i = indexes.length - 1; i >= 0; i--) {
            images.remove(indexes[i]);
        }
        return this;
    }

    Made twice(int index, String newUid) {
        DataSet copy = images.get(index).copy();
        copy.putText(Tag.SOP_INSTANCE_UID, newUid);
        images.add(copy);
        return this;
    }

    Made put(int tag, String... values) {
        return all(image -> image.putText(tag, values));
    }

    Made remove(int tag) {
        return all(image -> image.remove(tag));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < images.size(); i++) {
            DicomFile.of(images.get(i), TransferSyntax.EXPLICIT_LITTLE).write(folder.resolve("i%05d.dcm".formatted(i)));
        }
    }

    private static DataSet image(
            String sopClass, String modality, String series, String description, int number, double z) {
        DataSet image = new DataSet();
        image.putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        image.putText(Tag.SOP_CLASS_UID, sopClass);
        image.putText(Tag.SOP_INSTANCE_UID, "2.25.1" + series + "000" + number);
        image.putText(Tag.STUDY_DATE, "20261027");
        image.putText(Tag.STUDY_TIME, "101500");
        image.putText(Tag.CONTENT_TIME, "101600");
        image.putText(Tag.MODALITY, modality);
        image.putText(Tag.SERIES_DESCRIPTION, description);
        image.putText(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL");
        image.putText(Tag.PATIENT_NAME, "Specimen^Fictional");
        image.putText(Tag.PATIENT_ID, "TESTPATIENT-1");
        image.putText(Tag.PATIENT_BIRTH_DATE, "19610314");
        image.putText(Tag.PATIENT_SEX, "F");
        image.putText(Tag.SLICE_THICKNESS, "2");
        image.putText(Tag.KVP, "120");
        image.putText(Tag.STUDY_INSTANCE_UID, "2.25.1");
        image.putText(Tag.SERIES_INSTANCE_UID, "2.25.1" + series);
        image.putText(Tag.SERIES_NUMBER, series);
        image.putText(Tag.INSTANCE_NUMBER, Integer.toString(number));
        image.putText(Tag.IMAGE_POSITION_PATIENT, "-100", "-100", Double.toString(z));
        image.putText(Tag.IMAGE_ORIENTATION_PATIENT, "1", "0", "0", "0", "1", "0");
        image.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        image.putText(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        image.putInts(Tag.ROWS, Vr.US, 8);
        image.putInts(Tag.COLUMNS, Vr.US, 8);
        image.putInts(Tag.BITS_ALLOCATED, Vr.US, 16);
        image.putInts(Tag.BITS_STORED, Vr.US, 16);
        image.putInts(Tag.HIGH_BIT, Vr.US, 15);
        image.putInts(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
        byte[] pixels = new byte[128];
        pixels[0] = (byte) number;
        image.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        return image;
    }
}

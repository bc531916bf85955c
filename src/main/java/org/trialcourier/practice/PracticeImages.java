// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Uids;
import org.trialcourier.dicom.Vr;
import org.trialcourier.work.Sha256;

/** Makes the images of the practice disc, the same ones for the same day. */
final class PracticeImages {
    private static final int SIZE = 128;
    static final int CT_SLICES = 40;
    private static final int MR_SLICES = 20;
    private static final double CT_SPACING_MM = 2.0;
    private static final double MR_SPACING_MM = 5.0;
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    private static final String US = "1.2.840.10008.5.1.4.1.1.6.1";

    private static final int SEQUENCE_VARIANT = 0x00180021;
    private static final int SCAN_OPTIONS = 0x00180022;
    private static final int MR_ACQUISITION_TYPE = 0x00180023;
    private static final int ECHO_TRAIN_LENGTH = 0x00180091;
    private static final int PATIENT_ORIENTATION = 0x00200020;
    private static final int POSITION_REFERENCE_INDICATOR = 0x00201040;

    private final LocalDate today;

    PracticeImages(LocalDate today) {
        this.today = today;
    }

    /** The thin series of the chest CT. */
    List<DataSet> thinChest() {
        return chest(1, "Thorax thin 2.0 Lung", "LUNG", "-500", "1500");
    }

    /** The same scan for soft tissue, which was forgotten when the disc was burned. */
    List<DataSet> softChest() {
        return chest(3, "Thorax thin 2.0 Mediastinum", "SOFT", "40", "400");
    }

    private List<DataSet> chest(int number, String series, String kernel, String center, String width) {
        List<DataSet> slices = new ArrayList<>();
        for (int i = 0; i < CT_SLICES; i++) {
            double level = i / (CT_SLICES - 1.0);
            DataSet image = ct(number, series, i + 1);
            image.putText(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL");
            image.putText(Tag.SLICE_THICKNESS, "2");
            image.putText(Tag.RESCALE_INTERCEPT, Integer.toString(-Phantom.CT_OFFSET));
            image.putText(Tag.RESCALE_SLOPE, "1");
            image.putText(Tag.RESCALE_TYPE, "HU");
            image.putText(Tag.CONVOLUTION_KERNEL, kernel);
            image.putText(Tag.WINDOW_CENTER, center);
            image.putText(Tag.WINDOW_WIDTH, width);
            plane(image, -180, -180, -40 + i * CT_SPACING_MM, 2.8125, "1", "0", "0", "0", "1", "0");
            pixels(image, Phantom.chest(SIZE, level, 1000L * number + i), 12);
            slices.add(image);
        }
        return slices;
    }

    /** The overview picture of the chest CT. */
    List<DataSet> scout() {
        DataSet image = ct(2, "Scout", 1);
        image.putText(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER");
        image.putText(Tag.SLICE_THICKNESS, "0.6");
        image.putText(Tag.RESCALE_INTERCEPT, "0");
        image.putText(Tag.RESCALE_SLOPE, "1");
        image.putText(Tag.RESCALE_TYPE, "US");
        image.putText(Tag.WINDOW_CENTER, "600");
        image.putText(Tag.WINDOW_WIDTH, "1200");
        plane(image, -200, 0, 160, 3.125, "1", "0", "0", "0", "0", "-1");
        pixels(image, Phantom.scout(SIZE, 7), 12);
        return List.of(image);
    }

    /** A head MR of another person. */
    List<DataSet> head() {
        List<DataSet> slices = new ArrayList<>();
        LocalDate day = today.minusDays(16);
        for (int i = 0; i < MR_SLICES; i++) {
            DataSet image = common(PracticePerson.SAMPLE, MR, "mr", day, "MR head", "HEAD", 1, "T1 axial", i + 1);
            image.putText(Tag.MODALITY, "MR");
            image.putText(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M");
            image.putText(Tag.SCANNING_SEQUENCE, "SE");
            image.putText(SEQUENCE_VARIANT, "NONE");
            image.putEmpty(SCAN_OPTIONS);
            image.putText(MR_ACQUISITION_TYPE, "2D");
            image.putText(Tag.REPETITION_TIME, "550");
            image.putText(Tag.ECHO_TIME, "12");
            image.putText(ECHO_TRAIN_LENGTH, "1");
            image.putText(Tag.MAGNETIC_FIELD_STRENGTH, "1.5");
            image.putText(Tag.FLIP_ANGLE, "90");
            image.putText(Tag.SLICE_THICKNESS, "4");
            image.putText(Tag.SPACING_BETWEEN_SLICES, "5");
            image.putText(Tag.WINDOW_CENTER, "350");
            image.putText(Tag.WINDOW_WIDTH, "700");
            plane(image, -115, -115, -50 + i * MR_SPACING_MM, 1.796875, "1", "0", "0", "0", "1", "0");
            pixels(image, Phantom.head(SIZE, i / (MR_SLICES - 1.0), 2000L + i), 12);
            slices.add(image);
        }
        return slices;
    }

    /** An ultrasound picture with the name of the CT's patient written into it. */
    List<DataSet> ultrasound() {
        LocalDate day = ctDay();
        DataSet image = common(PracticePerson.SPECIMEN, US, "us", day, "US abdomen", "ABDOMEN", 1, "Liver", 1);
        image.putText(Tag.MODALITY, "US");
        image.putText(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "ABDOMINAL", "0001");
        image.putEmpty(PATIENT_ORIENTATION);
        image.putText(Tag.LOSSY_IMAGE_COMPRESSION, "00");
        int columns = 640;
        int rows = 480;
        byte[] pixels = Phantom.ultrasound(
                columns,
                rows,
                42,
                "SPECIMEN, FICTIONAL",
                "14.03.1961  TESTPATIENT-0314",
                "FICTIONAL GENERAL HOSPITAL",
                day + " 10:47");
        matrix(image, rows, columns, 8, 8);
        image.putBytes(Tag.PIXEL_DATA, Vr.OB, pixels);
        return List.of(image);
    }

    private DataSet ct(int seriesNumber, String series, int number) {
        DataSet image =
                common(PracticePerson.SPECIMEN, CT, "ct", ctDay(), "CT chest", "CHEST", seriesNumber, series, number);
        image.putText(Tag.MODALITY, "CT");
        image.putText(SCAN_OPTIONS, "HELICAL MODE");
        image.putText(Tag.KVP, "120");
        image.putText(Tag.X_RAY_TUBE_CURRENT, "180");
        image.putText(Tag.EXPOSURE, "90");
        image.putText(Tag.GANTRY_DETECTOR_TILT, "0");
        image.putText(Tag.RECONSTRUCTION_DIAMETER, "360");
        return image;
    }

    private LocalDate ctDay() {
        return today.minusDays(PracticeTrial.DISC_AGE_DAYS);
    }

    private DataSet common(
            PracticePerson person,
            String sopClass,
            String study,
            LocalDate day,
            String studyDescription,
            String bodyPart,
            int seriesNumber,
            String seriesDescription,
            int number) {
        String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        String time = "1042%02d".formatted(Math.min(59, number));
        DataSet image = new DataSet();
        image.putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
        image.putText(Tag.SOP_CLASS_UID, sopClass);
        image.putText(Tag.SOP_INSTANCE_UID, uid(study, "image", seriesNumber, number));
        for (int tag : List.of(Tag.STUDY_DATE, Tag.SERIES_DATE, Tag.ACQUISITION_DATE, Tag.CONTENT_DATE)) {
            image.putText(tag, date);
        }
        image.putText(Tag.STUDY_TIME, "104000");
        image.putText(Tag.SERIES_TIME, "104100");
        image.putText(Tag.ACQUISITION_TIME, time);
        image.putText(Tag.CONTENT_TIME, time);
        image.putText(Tag.ACCESSION_NUMBER, "TEST" + study.toUpperCase(Locale.ROOT) + "0001");
        image.putText(Tag.MANUFACTURER, "Fictional Imaging");
        image.putText(Tag.INSTITUTION_NAME, "Fictional General Hospital");
        image.putText(Tag.REFERRING_PHYSICIAN_NAME, "Invented^Doctor");
        image.putText(Tag.STATION_NAME, "FICT" + study.toUpperCase(Locale.ROOT) + "1");
        image.putText(Tag.STUDY_DESCRIPTION, studyDescription);
        image.putText(Tag.SERIES_DESCRIPTION, seriesDescription);
        image.putText(Tag.OPERATORS_NAME, "Madeup^Operator");
        image.putText(Tag.MANUFACTURER_MODEL_NAME, "Imaginary 2000");
        image.putText(Tag.PATIENT_NAME, person.name());
        image.putText(Tag.PATIENT_ID, person.id());
        image.putText(Tag.PATIENT_BIRTH_DATE, person.birthDate());
        image.putText(Tag.PATIENT_SEX, person.sex());
        int born = Integer.parseInt(person.birthDate().substring(0, 4));
        image.putText(Tag.PATIENT_AGE, "%03dY".formatted(Math.max(0, day.getYear() - born)));
        image.putText(Tag.PATIENT_COMMENTS, "No real person.");
        image.putText(Tag.BODY_PART_EXAMINED, bodyPart);
        image.putText(Tag.DEVICE_SERIAL_NUMBER, "FICT-4711");
        image.putText(Tag.SOFTWARE_VERSIONS, "1.0");
        image.putText(Tag.PROTOCOL_NAME, studyDescription);
        image.putText(Tag.STUDY_INSTANCE_UID, studyUid(study));
        image.putText(Tag.SERIES_INSTANCE_UID, uid(study, "series", seriesNumber, 0));
        image.putText(Tag.STUDY_ID, "1");
        image.putText(Tag.SERIES_NUMBER, Integer.toString(seriesNumber));
        image.putText(Tag.ACQUISITION_NUMBER, Integer.toString(seriesNumber));
        image.putText(Tag.INSTANCE_NUMBER, Integer.toString(number));
        image.putText(0x00290010, Vr.LO, "FICTIONAL IMAGING");
        image.putText(0x00291001, Vr.LO, "exported for " + person.name().replace('^', ' '));
        return image;
    }

    private void plane(DataSet image, double x, double y, double z, double pixel, String... orientation) {
        image.putText(Tag.PATIENT_POSITION, "HFS");
        image.putText(Tag.FRAME_OF_REFERENCE_UID, image.text(Tag.STUDY_INSTANCE_UID) + "1");
        image.putEmpty(POSITION_REFERENCE_INDICATOR);
        image.putText(Tag.IMAGE_POSITION_PATIENT, text(x), text(y), text(z));
        image.putText(Tag.IMAGE_ORIENTATION_PATIENT, orientation);
        image.putText(Tag.SLICE_LOCATION, text(z));
        image.putText(Tag.PIXEL_SPACING, text(pixel), text(pixel));
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void pixels(DataSet image, short[] pixels, int bitsStored) {
        matrix(image, SIZE, SIZE, Short.SIZE, bitsStored);
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(pixels);
        image.putBytes(Tag.PIXEL_DATA, Vr.OW, bytes.array());
    }

    private static void matrix(DataSet image, int rows, int columns, int bitsAllocated, int bitsStored) {
        image.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        image.putText(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        image.putInts(Tag.ROWS, Vr.US, rows);
        image.putInts(Tag.COLUMNS, Vr.US, columns);
        image.putInts(Tag.BITS_ALLOCATED, Vr.US, bitsAllocated);
        image.putInts(Tag.BITS_STORED, Vr.US, bitsStored);
        image.putInts(Tag.HIGH_BIT, Vr.US, bitsStored - 1);
        image.putInts(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
    }

    String studyUid(String study) {
        return uid(study, "study", 0, 0);
    }

    private String uid(String study, String level, int series, int number) {
        String key = String.join("/", "practice", today.toString(), study, level, "" + series, "" + number);
        byte[] digest = Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8));
        return Uids.fromBytes(Arrays.copyOf(digest, 16));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;

/** Studies made in code, each with exactly the findings that it must raise. */
final class Scenarios {
    private Scenarios() {}

    /** One selection for subject S at a visit. */
    record Scenario(String name, String visit, Made images, Set<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Scenario at(String visit, String name, Made images, String... codes) {
        return new Scenario(name, visit, images, new TreeSet<>(Set.of(codes)));
    }

    private static Scenario w08(String name, Made images, String... codes) {
        return at("W08", name, images, codes);
    }

    static Stream<Scenario> all() {
        return Stream.of(who(), when(), what(), geometry(), limits(), content()).flatMap(each -> each);
    }

    private static Stream<Scenario> who() {
        return Stream.of(
                w08("a good chest", Made.chest()),
                w08(
                        "a name in other letters",
                        Made.chest().one(3, image -> image.putText(Tag.PATIENT_NAME, "SPECIMEN^FICTIONAL^^^"))),
                w08(
                        "a name with a typing mistake",
                        Made.chest().one(3, image -> image.putText(Tag.PATIENT_NAME, "Specimenn^Fictional")),
                        Codes.PATIENT_VARIES),
                w08(
                        "a second hospital number",
                        Made.chest().one(3, image -> image.putText(Tag.PATIENT_ID, "TESTPATIENT-2")),
                        Codes.PATIENT_VARIES),
                w08(
                        "two patients in two studies",
                        Made.chest().series(Made.CT, "CT", "2", "Other", 3, 2).from(20, image -> {
                            stranger(image);
                            image.putText(Tag.STUDY_INSTANCE_UID, "2.25.2");
                        }),
                        Codes.TWO_PATIENTS,
                        Codes.BIRTH_YEAR_DIFFERS),
                w08(
                        "two patients in one study",
                        Made.chest().series(Made.CT, "CT", "2", "Other", 3, 2).from(20, Scenarios::stranger),
                        Codes.TWO_PATIENTS,
                        Codes.MIXED_STUDY,
                        Codes.BIRTH_YEAR_DIFFERS),
                w08("a man for a woman", Made.chest().put(Tag.PATIENT_SEX, "M"), Codes.SEX_DIFFERS),
                w08("no sex", Made.chest().remove(Tag.PATIENT_SEX)),
                w08(
                        "another year of birth",
                        Made.chest().put(Tag.PATIENT_BIRTH_DATE, "19620314"),
                        Codes.BIRTH_YEAR_DIFFERS),
                w08("no birth date", Made.chest().remove(Tag.PATIENT_BIRTH_DATE)),
                w08(
                        "the right age only",
                        Made.chest().remove(Tag.PATIENT_BIRTH_DATE).put(Tag.PATIENT_AGE, "065Y")),
                w08(
                        "a wrong age only",
                        Made.chest().remove(Tag.PATIENT_BIRTH_DATE).put(Tag.PATIENT_AGE, "058Y"),
                        Codes.BIRTH_YEAR_DIFFERS));
    }

    private static void stranger(DataSet image) {
        image.putText(Tag.PATIENT_NAME, "Sample^Invented");
        image.putText(Tag.PATIENT_ID, "TESTPATIENT-9");
        image.putText(Tag.PATIENT_BIRTH_DATE, "19490730");
    }

    private static Stream<Scenario> when() {
        return Stream.of(
                w08("the first day of the window", Made.chest().put(Tag.STUDY_DATE, "20261020")),
                w08("a day before the window", Made.chest().put(Tag.STUDY_DATE, "20261019"), Codes.OUTSIDE_WINDOW),
                w08("the study of another visit", Made.chest().put(Tag.STUDY_DATE, "20260828"), Codes.OUTSIDE_WINDOW),
                w08("a future date", Made.chest().put(Tag.STUDY_DATE, "20261101"), Codes.FUTURE_DATE),
                w08("no date at all", Made.chest().remove(Tag.STUDY_DATE), Codes.NO_STUDY_DATE),
                w08(
                        "a date of the series only",
                        Made.chest().remove(Tag.STUDY_DATE).put(Tag.SERIES_DATE, "20261027")),
                w08("a date in the old form", Made.chest().put(Tag.STUDY_DATE, "2026.10.27")));
    }

    private static Stream<Scenario> what() {
        return Stream.of(
                w08(
                        "an MR for a CT",
                        Made.nothing().series(Made.MR, "MR", "1", "T1", 20, 3),
                        Codes.MISSING_IMAGING,
                        Codes.MODALITY_NOT_ASKED_FOR),
                w08(
                        "an MR beside the CT",
                        Made.chest().series(Made.MR, "MR", "2", "T1", 20, 3),
                        Codes.MODALITY_NOT_ASKED_FOR),
                at("ANY", "a visit that asks for nothing", Made.nothing().series(Made.MR, "MR", "1", "T1", 20, 3)),
                w08(
                        "the thin series forgotten",
                        Made.nothing().series(Made.CT, "CT", "2", "Standard 5.0", 20, 5),
                        Codes.MISSING_SERIES),
                w08(
                        "an ultrasound beside it",
                        Made.chest().series(Made.US, "US", "3", "Liver", 1, 1),
                        Codes.MODALITY_NOT_ASKED_FOR,
                        Codes.BURNED_IN));
    }

    private static Stream<Scenario> geometry() {
        return Stream.of(
                w08("a slice missing", Made.chest().without(9), Codes.MISSING_SLICES),
                w08("three holes", Made.chest().without(4, 9, 10, 15), Codes.MISSING_SLICES),
                w08(
                        "numbers with holes but no slice missing",
                        Made.chest().each((i, image) -> image.putText(Tag.INSTANCE_NUMBER, "" + i * 3))),
                w08(
                        "numbers without holes but a slice missing",
                        Made.chest().without(9).each((i, image) -> image.putText(Tag.INSTANCE_NUMBER, "" + (i + 1))),
                        Codes.MISSING_SLICES),
                w08(
                        "slices in any order",
                        Made.chest().each((i, image) -> image.putText(Tag.INSTANCE_NUMBER, "" + (i * 7 % 20)))),
                w08("a slice twice", Made.chest().twice(5, "2.25.77"), Codes.DUPLICATE_SLICES),
                w08(
                        "each slice with an acquisition number of its own and one missing",
                        Made.chest()
                                .each((i, image) -> image.putText(Tag.ACQUISITION_NUMBER, "" + i))
                                .without(9),
                        Codes.MISSING_SLICES),
                w08(
                        "uneven spacing",
                        Made.chest().each((i, image) -> z(image, i * 2.0 + (i % 3 == 0 ? 0.3 : 0))),
                        Codes.UNEVEN_SPACING),
                w08(
                        "positions rounded by the scanner",
                        Made.chest().each((i, image) -> z(image, Math.round(i * 1.25 * 100) / 100.0))),
                w08(
                        "a tilted gantry",
                        Made.chest()
                                .each((i, image) -> image.putText(
                                        Tag.IMAGE_POSITION_PATIENT, "-100", "" + (-100 + i * 0.5), "" + i * 2.0)),
                        Codes.GANTRY_TILT),
                w08(
                        "two directions in one series",
                        Made.chest().each((i, image) -> {
                            if (i >= 10) {
                                image.putText(Tag.IMAGE_ORIENTATION_PATIENT, "1", "0", "0", "0", "0", "-1");
                                image.putText(Tag.IMAGE_POSITION_PATIENT, "-100", "" + i * 2, "100");
                            }
                        }),
                        Codes.MIXED_ORIENTATION),
                w08(
                        "a scout with its own geometry",
                        Made.chest()
                                .series(Made.CT, "CT", "2", "Scout", 2, 0)
                                .from(20, image -> image.putText(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER"))),
                w08("a series over time", overTime()),
                w08("a series over time without a time", overTime().remove(Tag.TEMPORAL_POSITION_IDENTIFIER)),
                w08(
                        "a slice missing at one time",
                        overTime().without(25),
                        Codes.MISSING_SLICES,
                        Codes.INCOMPLETE_TIME_POINTS),
                w08("thick slices beside thin ones", Made.chest().series(Made.CT, "CT", "2", "Standard 5.0", 20, 5)),
                at("ANY", "a multi-frame MR", multiFrame(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
                at("ANY", "a multi-frame MR with a hole", multiFrame(0, 1, 2, 3, 4, 6, 7, 8, 9), Codes.MISSING_SLICES),
                at(
                        "ANY",
                        "a hole in an MR that nobody asked for",
                        Made.nothing().series(Made.MR, "MR", "1", "fMRI", 20, 3).without(7),
                        Codes.MISSING_SLICES));
    }

    private static Made overTime() {
        Made made = Made.nothing();
        for (int time = 0; time < 4; time++) {
            made.series(Made.CT, "CT", "1", "Perfusion thin", 20, 2);
        }
        return made.each((i, image) -> {
            image.putText(Tag.SOP_INSTANCE_UID, "2.25.5" + (1000 + i));
            image.putText(Tag.TEMPORAL_POSITION_IDENTIFIER, "" + (i / 20 + 1));
            image.putText(Tag.INSTANCE_NUMBER, "" + (i + 1));
        });
    }

    /** One enhanced MR object with a frame at each of these places, 3 mm apart. */
    private static Made multiFrame(int... places) {
        return Made.nothing()
                .series("1.2.840.10008.5.1.4.1.1.4.1", "MR", "1", "T1 3D", 1, 0)
                .all(image -> {
                    image.remove(Tag.IMAGE_POSITION_PATIENT);
                    image.remove(Tag.IMAGE_ORIENTATION_PATIENT);
                    DataSet orientation = new DataSet();
                    orientation.putText(Tag.IMAGE_ORIENTATION_PATIENT, "1", "0", "0", "0", "1", "0");
                    DataSet shared = new DataSet();
                    shared.putItems(Tag.PLANE_ORIENTATION_SEQUENCE, List.of(orientation));
                    image.putItems(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared));
                    image.putItems(
                            Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                            IntStream.of(places).mapToObj(Scenarios::frame).toList());
                    image.putText(Tag.NUMBER_OF_FRAMES, "" + places.length);
                    image.putBytes(Tag.PIXEL_DATA, Vr.OW, new byte[128 * places.length]);
                });
    }

    private static DataSet frame(int place) {
        DataSet position = new DataSet();
        position.putText(Tag.IMAGE_POSITION_PATIENT, "-100", "-100", "" + place * 3);
        DataSet frame = new DataSet();
        frame.putItems(Tag.PLANE_POSITION_SEQUENCE, List.of(position));
        return frame;
    }

    private static void z(DataSet image, double z) {
        image.putText(Tag.IMAGE_POSITION_PATIENT, "-100", "-100", Double.toString(z));
    }

    private static Stream<Scenario> limits() {
        return Stream.of(
                w08(
                        "too thick in one slice",
                        Made.chest().one(12, image -> image.putText(Tag.SLICE_THICKNESS, "5")),
                        "limit-SliceThickness"),
                w08("exactly the limit", Made.chest().put(Tag.SLICE_THICKNESS, "2.50")),
                w08("too low a voltage", Made.chest().put(Tag.KVP, "80"), "limit-KVP"),
                w08("no voltage said", Made.chest().remove(Tag.KVP), "limit-KVP"),
                w08("too few images", Made.nothing().series(Made.CT, "CT", "1", "thin", 9, 2), Codes.COUNT),
                w08("a good series beside a bad one", goodBesideBad(), "limit-SliceThickness"),
                at("MRI", "diffusion with all b-values", diffusion("0", "50", "800")),
                at("MRI", "diffusion without b 50", diffusion("0", "800", "1000"), "limit-DiffusionBValue"),
                at(
                        "MRI",
                        "diffusion by another sequence",
                        diffusion("0", "50", "800").put(Tag.SCANNING_SEQUENCE, "SE"),
                        "limit-ScanningSequence"),
                at("PET", "a good PET", pet()),
                at("PET", "a PET without weight", pet().remove(Tag.PATIENT_WEIGHT), Codes.SUV_INPUTS),
                at(
                        "PET",
                        "a PET without dose",
                        pet().remove(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE),
                        Codes.SUV_INPUTS),
                at(
                        "PET",
                        "a PET without attenuation correction",
                        pet().put(SuvInputs.CORRECTED_IMAGE, "DECY"),
                        Codes.SUV_INPUTS),
                at(
                        "PET",
                        "a PET that is computed already",
                        pet().put(Tag.UNITS, "GML").remove(Tag.PATIENT_WEIGHT)));
    }

    static Made goodBesideBad() {
        return Made.chest()
                .series(Made.CT, "CT", "2", "Lung thick", 20, 5)
                .from(20, image -> image.putText(Tag.SLICE_THICKNESS, "5"));
    }

    private static Made diffusion(String... values) {
        return Made.nothing()
                .series(Made.MR, "MR", "1", "DWI", 30, 4)
                .each((i, image) -> {
                    z(image, i % 10 * 4.0);
                    image.putText(Tag.DIFFUSION_B_VALUE, Vr.FD, values[i / 10]);
                })
                .put(Tag.SCANNING_SEQUENCE, "EP");
    }

    private static Made pet() {
        return Made.nothing().series(Made.PET, "PT", "1", "WB", 20, 3).all(image -> {
            image.putText(Tag.UNITS, "BQML");
            image.putText(SuvInputs.CORRECTED_IMAGE, "DECY", "ATTN", "SCAT");
            image.putText(SuvInputs.DECAY_CORRECTION, "START");
            image.putText(Tag.PATIENT_WEIGHT, "71.5");
            DataSet tracer = new DataSet();
            tracer.putText(SuvInputs.START_TIME, "091500");
            tracer.putText(SuvInputs.TOTAL_DOSE, "312000000");
            tracer.putText(SuvInputs.HALF_LIFE, "6586.2");
            image.putItems(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, List.of(tracer));
        });
    }

    private static Stream<Scenario> content() {
        return Stream.of(
                w08("a dose report", Made.chest().document(Made.DOSE_REPORT, "SR", "9", "Dose"), Codes.DOSE_SHEET),
                w08("a report", Made.chest().document(Made.TEXT_REPORT, "SR", "9", "Report"), Codes.REPORT),
                w08("a PDF", Made.chest().document(Made.PDF, "DOC", "9", "PDF"), Codes.DOCUMENT),
                w08(
                        "a picture of a screen",
                        Made.chest().series(Made.CAPTURE, "OT", "9", "Key images", 1, 1),
                        Codes.SECONDARY_CAPTURE,
                        Codes.BURNED_IN),
                w08(
                        "a dose sheet as a picture",
                        Made.chest().series(Made.CAPTURE, "CT", "9", "Dose report", 1, 1),
                        Codes.DOSE_SHEET,
                        Codes.BURNED_IN),
                w08(
                        "a CT that says that text is burned in",
                        Made.chest().put(Tag.BURNED_IN_ANNOTATION, "YES"),
                        Codes.BURNED_IN),
                at(
                        "ANY",
                        "an ultrasound that says that none is",
                        Made.nothing().series(Made.US, "US", "1", "Liver", 3, 1).put(Tag.BURNED_IN_ANNOTATION, "NO")),
                w08(
                        "pixels cut short",
                        Made.chest().one(4, image -> image.putBytes(Tag.PIXEL_DATA, Vr.OW, new byte[100])),
                        Codes.TRUNCATED),
                w08(
                        "fewer frames than promised",
                        Made.chest().one(4, image -> image.putText(Tag.NUMBER_OF_FRAMES, "3")),
                        Codes.TRUNCATED),
                w08(
                        "two images of one name",
                        Made.chest().one(4, image -> image.putText(Tag.SOP_INSTANCE_UID, "2.25.110001")),
                        Codes.UID_CLASH));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.trialcourier.check.Scenario.at;
import static org.trialcourier.check.Scenario.w08;

import java.util.stream.Stream;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;

/** Studies made in code, each with exactly the findings that it must raise. */
final class Scenarios {
    private Scenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(who(), when(), what(), GeometryScenarios.all(), LimitScenarios.all(), content(), day())
                .flatMap(each -> each);
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
                        Codes.TWO_PATIENTS),
                w08(
                        "two patients in one study",
                        Made.chest().series(Made.CT, "CT", "2", "Other", 3, 2).from(20, Scenarios::stranger),
                        Codes.TWO_PATIENTS,
                        Codes.MIXED_STUDY),
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

    /** What happens at a site on a day like any other. */
    private static Stream<Scenario> day() {
        return Stream.of(
                at("UNS", "an unscheduled scan", Made.chest()),
                at("UNS", "an unscheduled scan long ago", Made.chest().put(Tag.STUDY_DATE, "20250101")),
                at("ND", "images of a visit noted as not done", Made.chest(), Codes.VISIT_NOT_DONE),
                at("RCV", "images of a visit that the trial has", Made.chest(), Codes.VISIT_RECEIVED),
                w08(
                        "the patient scanned again on the same day",
                        Made.chest()
                                .series(Made.CT, "CT", "2", "Thorax thin", 20, 2)
                                .from(20, image -> image.putText(Tag.STUDY_INSTANCE_UID, "2.25.2"))),
                w08("a scan before consent", Made.chest().put(Tag.STUDY_DATE, "20260720"), Codes.OUTSIDE_WINDOW),
                w08(
                        "a study over midnight",
                        Made.chest().from(10, image -> image.putText(Tag.SERIES_DATE, "20261028"))),
                w08("the last minute of a day", Made.chest().put(Tag.STUDY_TIME, "235959.999")),
                w08(
                        "the clock of the scanner is a year ahead",
                        Made.chest().put(Tag.STUDY_DATE, "20271027"),
                        Codes.FUTURE_DATE,
                        Codes.OUTSIDE_WINDOW));
    }
}

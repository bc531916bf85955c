// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

/** The names of the kinds of findings. They stand in manifests, audit trails and on the command line, so they stay. */
public final class Codes {
    /** Images of two people. */
    public static final String TWO_PATIENTS = "two-patients";
    /** One study holds images of two people. */
    public static final String MIXED_STUDY = "mixed-study";
    /** One person with two spellings or two hospital numbers. */
    public static final String PATIENT_VARIES = "patient-varies";
    /** Study date outside the visit's window. */
    public static final String OUTSIDE_WINDOW = "outside-window";
    /** A study without a date. */
    public static final String NO_STUDY_DATE = "no-study-date";
    /** A study date after today. */
    public static final String FUTURE_DATE = "future-date";
    /** Sex differs from the roster. */
    public static final String SEX_DIFFERS = "sex-differs";
    /** Year of birth differs from the roster. */
    public static final String BIRTH_YEAR_DIFFERS = "birth-year-differs";
    /** A modality that the visit does not ask for. */
    public static final String MODALITY_NOT_ASKED_FOR = "modality-not-asked-for";
    /** An examination that the visit asks for is not there. */
    public static final String MISSING_IMAGING = "missing-imaging";
    /** A series that the examination needs is not there. */
    public static final String MISSING_SERIES = "missing-series";
    /** Start of the codes of limits on an attribute: {@code limit-SliceThickness}. */
    public static final String LIMIT = "limit-";
    /** Fewer or more images than asked for. */
    public static final String COUNT = "limit-count";
    /** Slices are missing between others. */
    public static final String MISSING_SLICES = "missing-slices";
    /** Slices lie where others lie. */
    public static final String DUPLICATE_SLICES = "duplicate-slices";
    /** Slices are not evenly spaced. */
    public static final String UNEVEN_SPACING = "uneven-spacing";
    /** Slices follow one another aslant. */
    public static final String GANTRY_TILT = "gantry-tilt";
    /** Slices lie in several directions. */
    public static final String MIXED_ORIENTATION = "mixed-orientation";
    /** Time points of a series have different numbers of slices. */
    public static final String INCOMPLETE_TIME_POINTS = "incomplete-time-points";
    /** Pixel data shorter than the header says. */
    public static final String TRUNCATED = "truncated";
    /** An object that cannot be read again. */
    public static final String UNREADABLE = "unreadable";
    /** An object that does not say what it is, or where it belongs. */
    public static final String NO_IDENTITY = "no-identity";
    /** Two files with one SOP Instance UID and different content. */
    public static final String UID_CLASH = "uid-clash";
    /** Text is probably burned into the picture. */
    public static final String BURNED_IN = "burned-in";
    /** A value of this patient is burned into the picture. */
    public static final String BURNED_IN_PATIENT = "burned-in-patient";
    /** A picture that is likely to have text cannot be decoded. */
    public static final String BURNED_IN_UNSEEN = "burned-in-unseen";
    /** Pictures of a screen. */
    public static final String SECONDARY_CAPTURE = "secondary-capture";
    /** Dose reports. */
    public static final String DOSE_SHEET = "dose-sheet";
    /** Structured reports. */
    public static final String REPORT = "report";
    /** PDF and other documents. */
    public static final String DOCUMENT = "document";
    /** What SUVs are computed from is not there. */
    public static final String SUV_INPUTS = "suv-inputs";
    /** New images of a study that was sent before. */
    public static final String ADDS_TO_SENT = "adds-to-sent";

    /** Images that were sent to another trial. */
    public static final String SENT_ELSEWHERE = "sent-elsewhere";

    /** The trial notes the visit as not done. */
    public static final String VISIT_NOT_DONE = "visit-not-done";

    /** The trial has images of the visit that were not sent from here. */
    public static final String VISIT_RECEIVED = "visit-received";

    /** This person was sent as another subject. */
    public static final String OTHER_SUBJECT = "other-subject";
    /** This subject was another person before. */
    public static final String OTHER_PERSON = "other-person";
    /** The person seen before, with other sex, birth date, name or number. */
    public static final String PERSON_CHANGED = "person-changed";
    /** This study was sent before. */
    public static final String SENT_BEFORE = "sent-before";

    /** De-identification would take away what the endpoint is measured with. */
    public static final String LOST_BY_RULES = "lost-by-rules";

    /** A part of the name is not searched for alone, so a person should look through the free text that is kept. */
    public static final String FREE_TEXT = "free-text";

    private Codes() {}
}

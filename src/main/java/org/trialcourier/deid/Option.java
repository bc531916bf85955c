// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.Arrays;
import java.util.Optional;

/**
 * The options of the Basic Application Level Confidentiality Profile (PS3.15 E.3), in the order of their codes in CID
 * 7050. The trial file names them by {@link #jsonName()}.
 */
public enum Option {
    CLEAN_PIXEL_DATA("113101", "Clean Pixel Data Option", "CleanPixelData"),
    CLEAN_RECOGNIZABLE_VISUAL_FEATURES(
            "113102", "Clean Recognizable Visual Features Option", "CleanRecognizableVisualFeatures"),
    CLEAN_GRAPHICS("113103", "Clean Graphics Option", "CleanGraphics"),
    CLEAN_STRUCTURED_CONTENT("113104", "Clean Structured Content Option", "CleanStructuredContent"),
    CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option", "CleanDescriptors"),
    RETAIN_LONGITUDINAL_FULL_DATES(
            "113106", "Retain Longitudinal Temporal Information Full Dates Option", "RetainLongitudinalFullDates"),
    RETAIN_LONGITUDINAL_MODIFIED_DATES(
            "113107",
            "Retain Longitudinal Temporal Information Modified Dates Option",
            "RetainLongitudinalModifiedDates"),
    RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option", "RetainPatientCharacteristics"),
    RETAIN_DEVICE_IDENTITY("113109", "Retain Device Identity Option", "RetainDeviceIdentity"),
    RETAIN_UIDS("113110", "Retain UIDs Option", "RetainUIDs"),
    RETAIN_SAFE_PRIVATE("113111", "Retain Safe Private Option", "RetainSafePrivate"),
    RETAIN_INSTITUTION_IDENTITY("113112", "Retain Institution Identity Option", "RetainInstitutionIdentity");

    private final String code;
    private final String meaning;
    private final String jsonName;

    Option(String code, String meaning, String jsonName) {
        this.code = code;
        this.meaning = meaning;
        this.jsonName = jsonName;
    }

    /** The code value in CID 7050, coding scheme DCM. */
    public String code() {
        return code;
    }

    /** The code meaning in CID 7050. */
    public String meaning() {
        return meaning;
    }

    /** The name in the trial file, as in {@code "CleanPixelData"}. */
    public String jsonName() {
        return jsonName;
    }

    /** The option of a name in the trial file; case counts. */
    public static Optional<Option> ofJsonName(String name) {
        return Arrays.stream(values())
                .filter(option -> option.jsonName.equals(name))
                .findFirst();
    }
}

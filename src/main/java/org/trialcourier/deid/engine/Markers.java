// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Option;
import org.trialcourier.deid.rules.ProfileTable;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;

/** Says in the object what was done to it (PS3.15 E.1.1, PS3.3 C.12.1.1.3, PS3.16 CID 7050). */
final class Markers {
    private static final int LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED = 0x00280303;
    private static final String BASIC_CODE = "113100";
    private static final String BASIC = "Basic Application Confidentiality Profile";

    private final DeidRequest request;

    Markers(DeidRequest request) {
        this.request = request;
    }

    /** The tags that it sets. */
    static List<Integer> tags() {
        return List.of(
                Tag.PATIENT_IDENTITY_REMOVED,
                Tag.DEIDENTIFICATION_METHOD,
                Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
                LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);
    }

    void put(DataSet data, boolean pixelsCleaned) {
        List<Option> done = Arrays.stream(Option.values())
                .filter(option -> request.has(option) && (option != Option.CLEAN_PIXEL_DATA || pixelsCleaned))
                // Faces are not changed by this program, so it never says that they were.
                .filter(option -> option != Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)
                .toList();
        data.putText(Tag.PATIENT_IDENTITY_REMOVED, Vr.CS, "YES");
        List<String> method = new ArrayList<>();
        method.add("TrialCourier, DICOM PS3.15 " + ProfileTable.EDITION + " Table E.1-1");
        List<DataSet> codes = new ArrayList<>();
        method.add(BASIC);
        codes.add(code(BASIC_CODE, BASIC));
        for (Option option : done) {
            method.add(option.meaning());
            codes.add(code(option.code(), option.meaning()));
        }
        if (!request.rules().isEmpty()) {
            method.add("Rules of the trial: " + request.rules().size());
        }
        data.putText(Tag.DEIDENTIFICATION_METHOD, Vr.LO, method.toArray(String[]::new));
        data.putItems(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, codes);
        data.putText(LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, Vr.CS, temporal());
    }

    private String temporal() {
        if (request.has(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES)) {
            return "MODIFIED";
        }
        return request.has(Option.RETAIN_LONGITUDINAL_FULL_DATES) ? "UNMODIFIED" : "REMOVED";
    }

    private static DataSet code(String value, String meaning) {
        DataSet item = new DataSet();
        item.putText(Tag.CODE_VALUE, Vr.SH, value);
        item.putText(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, "DCM");
        item.putText(Tag.CODE_MEANING, Vr.LO, meaning);
        return item;
    }
}

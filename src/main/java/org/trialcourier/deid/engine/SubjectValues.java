// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trialcourier.deid.ClinicalTrial;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.dicom.Tag;

/**
 * What the top level of every instance says in place of the patient: the subject in the Patient module, and the
 * Clinical Trial modules (PS3.3 C.7.1.3, C.7.2.3, C.7.3.2).
 */
public final class SubjectValues {
    private static final int LONGEST = 64;
    private static final String NONE = "UNKNOWN";

    private static final Set<Integer> OF_SUBJECT =
            Set.of(Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.CLINICAL_TRIAL_SUBJECT_ID);

    private final Map<Integer, String> values = new TreeMap<>();

    /** The values for a request. */
    public SubjectValues(DeidRequest request) {
        ClinicalTrial trial = request.clinicalTrial();
        put(Tag.PATIENT_NAME, request.subjectId());
        put(Tag.PATIENT_ID, request.subjectId());
        put(Tag.CLINICAL_TRIAL_SPONSOR_NAME, trial.sponsor().isBlank() ? NONE : trial.sponsor());
        put(Tag.CLINICAL_TRIAL_PROTOCOL_ID, trial.protocolId().isBlank() ? NONE : trial.protocolId());
        put(Tag.CLINICAL_TRIAL_PROTOCOL_NAME, trial.protocolName());
        put(Tag.CLINICAL_TRIAL_SITE_ID, trial.siteId());
        put(Tag.CLINICAL_TRIAL_SITE_NAME, trial.siteName());
        put(Tag.CLINICAL_TRIAL_SUBJECT_ID, request.subjectId());
        put(Tag.CLINICAL_TRIAL_TIME_POINT_ID, trial.timePointId());
        put(Tag.CLINICAL_TRIAL_COORDINATING_CENTER_NAME, trial.coordinatingCenter());
        if (!trial.timePointDescription().isBlank()) {
            put(Tag.CLINICAL_TRIAL_TIME_POINT_DESCRIPTION, trial.timePointDescription());
        }
    }

    /** The value that an attribute of the top level gets, perhaps empty; nothing where it gets none. */
    public Optional<String> find(int tag) {
        return Optional.ofNullable(values.get(tag));
    }

    /** All tags that get a value. */
    public Collection<Integer> tags() {
        return values.keySet();
    }

    /** All values. */
    public Collection<String> all() {
        return values.values();
    }

    /** The values that are the same for every subject of a visit, by tag. */
    public Map<Integer, String> ofTrial() {
        Map<Integer, String> trial = new TreeMap<>(values);
        trial.keySet().removeAll(OF_SUBJECT);
        return trial;
    }

    private void put(int tag, String value) {
        String text = value.strip().replace('\\', '/');
        values.put(tag, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.wire.BagLayout;

/**
 * A second look at the images of a bag: readable, at the place their UIDs say, of the announced subject, marked as
 * de-identified, and without the attributes that name a person. It does not repeat de-identification; it catches a
 * sender that left it out.
 */
final class ComplianceCheck {
    private static final int MOST_MESSAGES = 20;

    /** Attributes that no de-identified image carries with a value, at any depth (PS3.15 table E.1-1, action X or Z). */
    private static final List<Integer> MARKERS = List.of(
            Tag.PATIENT_BIRTH_DATE,
            Tag.PATIENT_BIRTH_TIME,
            Tag.OTHER_PATIENT_I_DS,
            Tag.OTHER_PATIENT_NAMES,
            Tag.PATIENT_ADDRESS,
            0x00101002, // Other Patient IDs Sequence
            0x00101005, // Patient's Birth Name
            0x00101060, // Patient's Mother's Birth Name
            0x00101090, // Medical Record Locator
            0x00102154, // Patient's Telephone Numbers
            0x00102155 // Patient's Telecom Information
            );

    private final Path bag;
    private final String subject;

    ComplianceCheck(Path bag, String subject) {
        this.bag = bag;
        this.subject = subject;
    }

    /** What does not comply, each a plain sentence that names a file of the bag and never a value. */
    List<String> faults(Collection<String> paths) {
        List<String> faults = new ArrayList<>();
        int more = 0;
        for (String path : paths) {
            if (path.endsWith(BagLayout.INSTANCE_SUFFIX)) {
                Optional<String> fault = fault(path);
                if (fault.isPresent() && faults.size() < MOST_MESSAGES) {
                    faults.add(fault.get());
                } else if (fault.isPresent()) {
                    more++;
                }
            }
        }
        if (more > 0) {
            faults.add("And " + more + " more files like these.");
        }
        return faults;
    }

    private Optional<String> fault(String path) {
        DataSet data;
        try {
            data = DicomFile.read(bag.resolve(path), ReadOptions.HEADER).data();
        } catch (NotDicomException e) {
            return Optional.of(path + " cannot be read as an image.");
        }
        if (!path.equals(BagLayout.instancePath(
                data.text(Tag.STUDY_INSTANCE_UID),
                data.text(Tag.SERIES_INSTANCE_UID),
                data.text(Tag.SOP_INSTANCE_UID)))) {
            return Optional.of(path + " holds an image with other UIDs.");
        }
        if (!data.text(Tag.PATIENT_ID).equals(subject)) {
            return Optional.of(path + " does not carry the subject's id as Patient ID.");
        }
        if (!data.text(Tag.PATIENT_IDENTITY_REMOVED).equals("YES")) {
            return Optional.of(path + " is not marked as de-identified (0012,0062).");
        }
        return marker(data).map(tag -> path + " has a value in " + Tag.format(tag) + ", which may name a person.");
    }

    private static Optional<Integer> marker(DataSet data) {
        for (Element element : data) {
            if (MARKERS.contains(element.tag()) && data.hasValue(element.tag())) {
                return Optional.of(element.tag());
            }
            if (element.value() instanceof Value.Items items) {
                for (DataSet item : items.items()) {
                    Optional<Integer> inside = marker(item);
                    if (inside.isPresent()) {
                        return inside;
                    }
                }
            }
        }
        return Optional.empty();
    }
}

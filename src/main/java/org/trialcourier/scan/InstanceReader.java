// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;
import org.trialcourier.scan.Instance.Numbering;

/** Makes an {@link Instance} of what a file's header says. What a series has in common becomes one object. */
final class InstanceReader {
    /** Attributes kept as {@link Facts}: such as are alike in a series, in order of their tags. */
    private static final int[] FACTS = {
        Tag.IMAGE_TYPE,
        Tag.STUDY_DATE,
        Tag.SERIES_DATE,
        Tag.ACQUISITION_DATE,
        Tag.MODALITY,
        Tag.CONVERSION_TYPE,
        Tag.MANUFACTURER,
        Tag.STUDY_DESCRIPTION,
        Tag.SERIES_DESCRIPTION,
        Tag.MANUFACTURER_MODEL_NAME,
        Tag.PATIENT_SEX,
        Tag.PATIENT_BIRTH_DATE,
        Tag.CONTRAST_BOLUS_AGENT,
        Tag.BODY_PART_EXAMINED,
        Tag.SCANNING_SEQUENCE,
        Tag.SEQUENCE_NAME,
        Tag.SLICE_THICKNESS,
        Tag.KVP,
        Tag.REPETITION_TIME,
        Tag.ECHO_TIME,
        Tag.MAGNETIC_FIELD_STRENGTH,
        Tag.SPACING_BETWEEN_SLICES,
        Tag.PROTOCOL_NAME,
        Tag.GANTRY_DETECTOR_TILT,
        Tag.IMAGER_PIXEL_SPACING,
        Tag.CONVOLUTION_KERNEL,
        Tag.FLIP_ANGLE,
        Tag.PATIENT_POSITION,
        Tag.DIFFUSION_B_VALUE,
        Tag.IMAGE_ORIENTATION_PATIENT,
        Tag.FRAME_OF_REFERENCE_UID,
        Tag.LATERALITY,
        Tag.NUMBER_OF_TEMPORAL_POSITIONS,
        Tag.SAMPLES_PER_PIXEL,
        Tag.PHOTOMETRIC_INTERPRETATION,
        Tag.ROWS,
        Tag.COLUMNS,
        Tag.PIXEL_SPACING,
        Tag.BITS_ALLOCATED,
        Tag.BITS_STORED,
        Tag.PIXEL_REPRESENTATION,
        Tag.BURNED_IN_ANNOTATION,
        Tag.LOSSY_IMAGE_COMPRESSION,
        Tag.UNITS
    };

    /** Attributes that tell the place of an instance, and their character set. */
    private static final int[] PLACE = {
        Tag.SPECIFIC_CHARACTER_SET,
        Tag.SOP_CLASS_UID,
        Tag.STUDY_TIME,
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.ISSUER_OF_PATIENT_ID,
        Tag.STUDY_INSTANCE_UID,
        Tag.SERIES_INSTANCE_UID,
        Tag.SERIES_NUMBER
    };
    /** Attributes that differ from instance to instance. */
    private static final int[] OWN = {
        Tag.SOP_INSTANCE_UID,
        Tag.ACQUISITION_NUMBER,
        Tag.INSTANCE_NUMBER,
        Tag.IMAGE_POSITION_PATIENT,
        Tag.ECHO_NUMBERS,
        Tag.TEMPORAL_POSITION_IDENTIFIER,
        Tag.NUMBER_OF_FRAMES
    };

    private static final int[] WANTED =
            Stream.of(FACTS, PLACE, OWN).flatMapToInt(Arrays::stream).sorted().toArray();

    private final Interner interner;

    InstanceReader(Interner interner) {
        this.interner = interner;
    }

    /** What the instances of a series have in common. */
    record Common(Place place, Facts facts, String sopClass, String transferSyntax, boolean isImage) {}

    /** The attributes needed here, in order of their tags. */
    static int[] wanted() {
        return WANTED.clone();
    }

    /** Makes an instance of a header. */
    Instance read(Source source, DataSet header, String transferSyntax, long bytes) {
        return read(source, common(header, transferSyntax), Own.of(header), bytes);
    }

    /** Makes an instance of what its series has in common and of what is its own. */
    Instance read(Source source, Common common, Own own, long bytes) {
        int frames = own.frames() == Numbering.UNKNOWN ? common.isImage() ? 1 : 0 : own.frames();
        return new Instance(
                source,
                common.place(),
                common.sopClass(),
                own.sopInstanceUid(),
                common.transferSyntax(),
                Math.max(0, frames),
                bytes,
                own.number(),
                own.position(),
                common.facts(),
                false);
    }

    /** Takes from a header what a series has in common. */
    Common common(DataSet header, String transferSyntax) {
        return new Common(
                place(header),
                facts(header),
                text(header, Tag.SOP_CLASS_UID),
                interner.one(transferSyntax),
                header.integer(Tag.ROWS).orElse(0) > 0);
    }

    private Place place(DataSet header) {
        PatientIdentity patient = new PatientIdentity(
                phi(header, Tag.PATIENT_ID),
                phi(header, Tag.PATIENT_NAME),
                phi(header, Tag.PATIENT_BIRTH_DATE),
                phi(header, Tag.ISSUER_OF_PATIENT_ID),
                text(header, Tag.PATIENT_SEX));
        return interner.one(new Place(
                interner.one(patient),
                text(header, Tag.STUDY_INSTANCE_UID),
                phi(header, Tag.STUDY_DATE),
                phi(header, Tag.STUDY_TIME),
                phi(header, Tag.STUDY_DESCRIPTION),
                text(header, Tag.SERIES_INSTANCE_UID),
                text(header, Tag.MODALITY),
                phi(header, Tag.SERIES_DESCRIPTION),
                phi(header, Tag.SERIES_NUMBER)));
    }

    private Facts facts(DataSet header) {
        Map<Integer, String> facts = new HashMap<>(64);
        for (int tag : FACTS) {
            String value = join(header.texts(tag));
            if (!value.isEmpty()) {
                facts.put(tag, interner.one(value));
            }
        }
        for (DataSet group : header.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)) {
            addFunctionalGroup(facts, group);
        }
        List<DataSet> frames = header.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        if (!frames.isEmpty()) {
            addFunctionalGroup(facts, frames.getFirst());
        }
        return interner.one(new Facts(facts));
    }

    /** Geometry of enhanced objects stands in functional groups (PS3.3 C.7.6.16). */
    private void addFunctionalGroup(Map<Integer, String> facts, DataSet group) {
        for (int sequence : new int[] {Tag.PIXEL_MEASURES_SEQUENCE, Tag.PLANE_ORIENTATION_SEQUENCE}) {
            for (DataSet item : group.items(sequence)) {
                for (Element element : item) {
                    String value = join(item.texts(element));
                    if (!value.isEmpty() && !Tag.isPrivate(element.tag())) {
                        facts.putIfAbsent(element.tag(), interner.one(value));
                    }
                }
            }
        }
    }

    private String text(DataSet header, int tag) {
        return interner.one(header.text(tag));
    }

    private Phi<String> phi(DataSet header, int tag) {
        return interner.one(Phi.of(interner.one(header.text(tag))));
    }

    private static String join(List<String> values) {
        return values.size() == 1 ? values.getFirst() : String.join("\\", values);
    }
}

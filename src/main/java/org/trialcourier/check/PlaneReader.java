// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Plane.Vector;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;

/** Finds where the frames of an object lie: at its top level, or in functional groups (PS3.3 C.7.6.16). */
final class PlaneReader {
    private static final int STACK_ID = 0x00209056;
    private static final int TEMPORAL_POSITION_INDEX = 0x00209128;
    private static final int FRAME_TYPE = 0x00089007;
    private static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
    private static final int GRADIENT_ORIENTATION = 0x00189089;
    private static final int EFFECTIVE_ECHO_TIME = 0x00189082;
    private static final int NOMINAL_CARDIAC_TRIGGER_DELAY = 0x00209153;

    /** What may tell slices at one place apart, the most telling first. */
    private static final List<Integer> TRAITS = List.of(
            Tag.IMAGE_TYPE,
            Tag.TEMPORAL_POSITION_IDENTIFIER,
            Tag.ECHO_NUMBERS,
            Tag.ECHO_TIME,
            Tag.DIFFUSION_B_VALUE,
            GRADIENT_ORIENTATION,
            Tag.TRIGGER_TIME,
            Tag.ACQUISITION_NUMBER,
            Tag.ACQUISITION_TIME,
            Tag.ACQUISITION_DATE_TIME,
            Tag.CONTENT_TIME,
            Tag.CONVOLUTION_KERNEL);

    private static final List<Integer> FRAME_TRAITS = List.of(
            STACK_ID,
            TEMPORAL_POSITION_INDEX,
            FRAME_TYPE,
            EFFECTIVE_ECHO_TIME,
            Tag.DIFFUSION_B_VALUE,
            GRADIENT_ORIENTATION,
            NOMINAL_CARDIAC_TRIGGER_DELAY,
            FRAME_ACQUISITION_DATE_TIME);

    private final DataSet data;

    PlaneReader(DataSet data) {
        this.data = data;
    }

    List<Plane> planes() {
        List<DataSet> frames = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        if (frames.isEmpty()) {
            List<String> traits = new ArrayList<>(TRAITS.size());
            for (int tag : TRAITS) {
                traits.add(joined(data, tag));
            }
            Plane plane = plane(
                    data.decimals(Tag.IMAGE_POSITION_PATIENT),
                    data.decimals(Tag.IMAGE_ORIENTATION_PATIENT),
                    traits,
                    data.integer(Tag.INSTANCE_NUMBER).orElse(0));
            return plane == null ? List.of() : List.of(plane);
        }
        List<DataSet> shared = data.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            DataSet frame = frames.get(i);
            List<String> traits =
                    FRAME_TRAITS.stream().map(tag -> inGroups(frame, tag)).toList();
            Plane plane = plane(
                    group(frame, shared, Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT),
                    group(frame, shared, Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT),
                    traits,
                    i + 1);
            if (plane != null) {
                planes.add(plane);
            }
        }
        return List.copyOf(planes);
    }

    private static @Nullable Plane plane(double[] position, double[] orientation, List<String> traits, int number) {
        if (position.length != 3 || orientation.length != 6) {
            return null;
        }
        for (double value : position) {
            if (!Double.isFinite(value)) {
                return null;
            }
        }
        Vector row = Vector.of(orientation, 0);
        Vector column = Vector.of(orientation, 3);
        double area = row.cross(column).length();
        return area > 0.5 && area < 1.5 ? new Plane(Vector.of(position, 0), row, column, traits, number) : null;
    }

    private static String joined(DataSet data, int tag) {
        List<String> values = data.texts(tag);
        return values.size() == 1 ? values.getFirst() : String.join("\\", values);
    }

    private static double[] group(DataSet frame, List<DataSet> shared, int sequence, int tag) {
        List<DataSet> items = frame.items(sequence);
        if (items.isEmpty() && !shared.isEmpty()) {
            items = shared.getFirst().items(sequence);
        }
        return items.isEmpty() ? new double[0] : items.getFirst().decimals(tag);
    }

    private static String inGroups(DataSet frame, int tag) {
        for (var group : frame) {
            for (DataSet item : frame.items(group.tag())) {
                String value = joined(item, tag);
                if (!value.isEmpty()) {
                    return value;
                }
                for (var inner : item) {
                    for (DataSet innermost : item.items(inner.tag())) {
                        value = joined(innermost, tag);
                        if (!value.isEmpty()) {
                            return value;
                        }
                    }
                }
            }
        }
        return "";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.trialcourier.check.Scenario.at;
import static org.trialcourier.check.Scenario.w08;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;

/** Where slices lie: holes, duplicates, spacing, tilt, directions, time points, frames. */
final class GeometryScenarios {
    private GeometryScenarios() {}

    static Stream<Scenario> all() {
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
                            IntStream.of(places)
                                    .mapToObj(GeometryScenarios::frame)
                                    .toList());
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

    static void z(DataSet image, double z) {
        image.putText(Tag.IMAGE_POSITION_PATIENT, "-100", "-100", Double.toString(z));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import org.trialcourier.problem.Phrase;

/** Sizes of files for people. */
final class Sizes {
    private static final String[] UNITS = {"gb", "mb", "kb"};

    private Sizes() {}

    /** A part of a whole in the largest unit that tells them apart: "2 of 3 MB". */
    static Phrase part(long part, long whole) {
        long size = 1_000_000_000;
        for (String unit : UNITS) {
            if (whole / size >= 2 && part / size != whole / size) {
                return part(part / size, whole / size, unit);
            }
            size /= 1000;
        }
        return part(part, whole, "bytes");
    }

    private static Phrase part(long part, long whole, String unit) {
        return Phrase.of("left-out.part." + unit, Long.toString(part), Long.toString(whole));
    }
}

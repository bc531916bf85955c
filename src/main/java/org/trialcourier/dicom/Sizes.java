// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

/** Sizes of files for people. */
final class Sizes {
    private static final String[] UNITS = {"GB", "MB", "KB"};

    private Sizes() {}

    /** A part of a whole in the largest unit that tells them apart: {@code "2 of 3 MB"}. */
    static String part(long part, long whole) {
        long size = 1_000_000_000;
        for (String unit : UNITS) {
            if (whole / size >= 2 && part / size != whole / size) {
                return part / size + " of " + whole / size + " " + unit;
            }
            size /= 1000;
        }
        return part + " of " + whole + " bytes";
    }
}

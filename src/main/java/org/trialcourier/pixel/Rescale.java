// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.dicom.DataSet;

/** From stored values to those that windows and tables speak of, as Hounsfield units (PS3.3 C.11.1). */
record Rescale(double slope, double intercept) {
    static final Rescale NONE = new Rescale(1, 0);

    private static final int INTERCEPT = 0x00281052;
    private static final int SLOPE = 0x00281053;

    static Rescale of(DataSet image) {
        return new Rescale(
                image.decimal(SLOPE).orElse(1), image.decimal(INTERCEPT).orElse(0));
    }

    double of(int stored) {
        return stored * slope + intercept;
    }
}

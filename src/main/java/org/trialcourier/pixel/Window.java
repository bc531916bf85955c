// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.dicom.DataSet;

/** Which values are black and which white (PS3.3 C.11.2.1.2); without a word from the image, the darkest and lightest. */
final class Window {
    private static final int WINDOW_CENTER = 0x00281050;
    private static final int WINDOW_WIDTH = 0x00281051;
    private static final int RESCALE_INTERCEPT = 0x00281052;
    private static final int RESCALE_SLOPE = 0x00281053;

    private final double slope;
    private final double intercept;
    private final double low;
    private final double width;
    private final boolean inverted;

    private Window(double slope, double intercept, double low, double width, boolean inverted) {
        this.slope = slope;
        this.intercept = intercept;
        this.low = low;
        this.width = Math.max(width, 1e-9);
        this.inverted = inverted;
    }

    static Window of(DataSet image, PixelFormat format, Samples samples) {
        double slope = image.decimal(RESCALE_SLOPE).orElse(1);
        double intercept = image.decimal(RESCALE_INTERCEPT).orElse(0);
        boolean inverted = format.photometric().equals("MONOCHROME1");
        if (isNamed(image)) {
            double width = image.decimal(WINDOW_WIDTH).orElse(1);
            double center = image.decimal(WINDOW_CENTER).orElse(0);
            return new Window(slope, intercept, center - 0.5 - (width - 1) / 2, width - 1, inverted);
        }
        return ofAllValues(format, samples);
    }

    /** Whether an image names the values that it wants to show. */
    static boolean isNamed(DataSet image) {
        return image.decimal(WINDOW_WIDTH).orElse(0) >= 1
                && image.decimal(WINDOW_CENTER).isPresent();
    }

    /** From the darkest value to the lightest. */
    static Window ofAllValues(PixelFormat format, Samples samples) {
        boolean inverted = format.photometric().equals("MONOCHROME1");
        int darkest = Integer.MAX_VALUE;
        int lightest = Integer.MIN_VALUE;
        for (int y = 0; y < format.rows(); y++) {
            for (int x = 0; x < format.columns(); x++) {
                int value = samples.at(x, y, 0);
                darkest = Math.min(darkest, value);
                lightest = Math.max(lightest, value);
            }
        }
        return new Window(1, 0, darkest, (double) lightest - darkest, inverted);
    }

    /** This window, moved and widened about its middle. */
    Window adjusted(Picture.Adjustment adjustment) {
        double middle = low + width / 2 + adjustment.shift() * width;
        double wide = width * Math.max(0.01, adjustment.stretch());
        return new Window(slope, intercept, middle - wide / 2, wide, inverted);
    }

    /** The grey of a stored value, 0 to 255. */
    int grey(int stored) {
        double share = (stored * slope + intercept - low) / width;
        int grey = (int) Math.round(255 * Math.max(0, Math.min(1, share)));
        return inverted ? 255 - grey : grey;
    }
}

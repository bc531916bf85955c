// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.dicom.DataSet;

/**
 * Which values are black and which white: straight between two ends, or along a sigmoid (PS3.3 C.11.2.1.2 and C.11.2.1.3);
 * without a word from the image, the darkest and lightest.
 */
final class Window implements Greys {
    private static final int CENTER = 0x00281050;
    private static final int WIDTH = 0x00281051;
    private static final int FUNCTION = 0x00281056;

    private final Rescale rescale;
    private final double low;
    private final double width;
    private final boolean sigmoid;
    private final boolean inverted;

    private Window(Rescale rescale, double low, double width, boolean sigmoid, boolean inverted) {
        this.rescale = rescale;
        this.low = low;
        this.width = Math.max(width, 1e-9);
        this.sigmoid = sigmoid;
        this.inverted = inverted;
    }

    static Window of(DataSet image, PixelFormat format, Samples samples) {
        if (!isNamed(image)) {
            return ofAllValues(format, samples);
        }
        double width = image.decimal(WIDTH).orElse(1);
        double center = image.decimal(CENTER).orElse(0);
        boolean inverted = format.photometric().equals("MONOCHROME1");
        boolean sigmoid = image.text(FUNCTION).equals("SIGMOID");
        return isExact(image)
                ? new Window(Rescale.of(image), center - width / 2, width, sigmoid, inverted)
                : new Window(Rescale.of(image), center - 0.5 - (width - 1) / 2, width - 1, false, inverted);
    }

    /** Whether an image names the values that it wants to show. */
    static boolean isNamed(DataSet image) {
        double width = image.decimal(WIDTH).orElse(0);
        return (width >= 1 || (width > 0 && isExact(image)))
                && image.decimal(CENTER).isPresent();
    }

    /** From the darkest value to the lightest. */
    static Window ofAllValues(PixelFormat format, Samples samples) {
        boolean inverted = format.photometric().equals("MONOCHROME1");
        if (format.bitsStored() == 1) {
            return between(Rescale.NONE, 0, 1, inverted);
        }
        int darkest = Integer.MAX_VALUE;
        int lightest = Integer.MIN_VALUE;
        for (int y = 0; y < format.rows(); y++) {
            for (int x = 0; x < format.columns(); x++) {
                int value = samples.at(x, y, 0);
                darkest = Math.min(darkest, value);
                lightest = Math.max(lightest, value);
            }
        }
        return between(Rescale.NONE, darkest, lightest, inverted);
    }

    /** Straight from one value to another. */
    static Window between(Rescale rescale, double darkest, double lightest, boolean inverted) {
        return new Window(rescale, darkest, lightest - darkest, false, inverted);
    }

    /** This window, moved and widened about its middle. */
    Window adjusted(Picture.Adjustment adjustment) {
        double middle = low + width / 2 + adjustment.shift() * width;
        double wide = width * Math.max(0.01, adjustment.stretch());
        return new Window(rescale, middle - wide / 2, wide, sigmoid, inverted);
    }

    /** Whether a picture shows as much as one of all values: none is cut off, and they get half of the greys at least. */
    boolean showsAll(Window all) {
        double dark = rescale.of((int) all.low);
        double light = rescale.of((int) Math.round(all.low + all.width));
        double slack = width / 64;
        boolean inside = Math.min(dark, light) >= low - slack && Math.max(dark, light) <= low + width + slack;
        return dark == light || (!sigmoid && inside && Math.abs(light - dark) >= width / 2);
    }

    @Override
    public int of(int stored) {
        double share = (rescale.of(stored) - low) / width;
        double shown = sigmoid ? 1 / (1 + Math.exp(-4 * (share - 0.5))) : Math.clamp(share, 0.0, 1.0);
        int grey = (int) Math.round(255 * shown);
        return inverted ? 255 - grey : grey;
    }

    private static boolean isExact(DataSet image) {
        String function = image.text(FUNCTION);
        return function.equals("LINEAR_EXACT") || function.equals("SIGMOID");
    }
}

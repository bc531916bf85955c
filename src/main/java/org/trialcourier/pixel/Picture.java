// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;

/**
 * A frame to look at.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(int width, int height, Pixels pixels) {

    /** Colours of a picture, 0xAARRGGBB, row by row. */
    public interface Pixels {
        /** The colour at a place. */
        int at(int x, int y);
    }

    /**
     * Draws a frame, windowed as the image asks, made smaller so that neither side exceeds a limit.
     *
     * @param frame from 0
     * @param longestSide in pixels
     * @throws UndecodableException where the pixels cannot be read
     */
    public static Picture of(DicomFile file, int frame, int longestSide) throws IOException {
        return of(file, frame, longestSide, Adjustment.NONE);
    }

    /**
     * How a person wants a grey picture windowed, relative to what the image asks for.
     *
     * @param shift moves the middle of the window, in widths of it; more is darker
     * @param stretch widens the window; 1 leaves it as it is
     */
    public record Adjustment(double shift, double stretch) {
        /** As the image asks. */
        public static final Adjustment NONE = new Adjustment(0, 1);
    }

    /** The same, with another window for grey pictures. */
    public static Picture of(DicomFile file, int frame, int longestSide, Adjustment adjustment) throws IOException {
        FrameReader frames = FrameReader.of(file);
        PixelFormat format = frames.decodedFormat();
        Samples samples = new Samples(format, frames.frame(frame));
        return draw(format, longestSide, shade(file.data(), frame, format, samples, adjustment));
    }

    private static Picture draw(PixelFormat format, int longestSide, Shade shade) {
        int step = Math.max(1, (Math.max(format.columns(), format.rows()) + longestSide - 1) / longestSide);
        int width = Math.max(1, format.columns() / step);
        int height = Math.max(1, format.rows() / step);
        int[] colours = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                colours[y * width + x] = 0xFF000000 | shade.at(x * step, y * step);
            }
        }
        return new Picture(width, height, (x, y) -> colours[y * width + x]);
    }

    /** The same, made smaller where one side exceeds a limit; kept without what it was made from. */
    public Picture smaller(int longestSide) {
        int step = Math.max(1, (Math.max(width, height) + longestSide - 1) / longestSide);
        int wide = Math.max(1, width / step);
        int high = Math.max(1, height / step);
        int[] colours = new int[wide * high];
        for (int at = 0; at < colours.length; at++) {
            colours[at] = pixels.at(at % wide * step, at / wide * step);
        }
        return new Picture(wide, high, (x, y) -> colours[y * wide + x]);
    }

    /**
     * The pictures of a frame in which text is looked for: as the image asks, and where that is a window on part of the
     * grey values, also with all of them, so that nothing hides in white on white.
     */
    public static List<Picture> forReading(DicomFile file, int frame, int longestSide) throws IOException {
        FrameReader frames = FrameReader.of(file);
        PixelFormat format = frames.decodedFormat();
        Samples samples = new Samples(format, frames.frame(frame));
        Picture usual = draw(format, longestSide, shade(file.data(), frame, format, samples, Adjustment.NONE));
        boolean grey = format.samples() == 1 && !format.photometric().startsWith("PALETTE");
        if (!grey) {
            return List.of(usual);
        }
        DataSet greys = FrameGreys.of(file.data(), frame);
        Window all = Window.ofAllValues(format, samples);
        boolean table = !Window.isNamed(greys) && GreyTable.of(greys, format).isPresent();
        return !table && Window.of(greys, format, samples).showsAll(all)
                ? List.of(usual)
                : List.of(usual, draw(format, longestSide, inGreys(samples, all)));
    }

    private static Shade shade(DataSet image, int frame, PixelFormat format, Samples samples, Adjustment adjustment) {
        if (format.samples() == 3) {
            boolean luminance = format.photometric().startsWith("YBR");
            return (x, y) -> {
                int first = samples.at(x, y, 0);
                int second = samples.at(x, y, 1);
                int third = samples.at(x, y, 2);
                return luminance ? Colours.fromLuminance(first, second, third) : Colours.pack(first, second, third);
            };
        }
        if (format.photometric().startsWith("PALETTE")) {
            Colours palette = Colours.palette(image);
            return (x, y) -> palette.at(samples.at(x, y, 0));
        }
        DataSet asked = FrameGreys.of(image, frame);
        Optional<GreyTable> table = Window.isNamed(asked) ? Optional.empty() : GreyTable.of(asked, format);
        if (table.isPresent() && adjustment.equals(Adjustment.NONE)) {
            return inGreys(samples, table.get());
        }
        boolean inverted = format.photometric().equals("MONOCHROME1");
        return inGreys(
                samples,
                table.map(greys -> greys.window(inverted))
                        .orElseGet(() -> Window.of(asked, format, samples))
                        .adjusted(adjustment));
    }

    private static Shade inGreys(Samples samples, Greys greys) {
        return (x, y) -> {
            int grey = greys.of(samples.at(x, y, 0));
            return Colours.pack(grey, grey, grey);
        };
    }

    private interface Shade {
        int at(int x, int y);
    }
}

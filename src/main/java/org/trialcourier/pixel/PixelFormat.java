// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;

/**
 * How the pixels of an image are laid out (PS3.3 C.7.6.3).
 *
 * @param columns width in pixels
 * @param rows height in pixels
 * @param frames number of frames, at least 1
 * @param samples samples for each pixel: 1 or 3
 * @param bitsAllocated 8, 16 or 32; 1 where eight pixels share a byte, as in segmentations
 * @param bitsStored how many of these count
 * @param signed whether values are signed
 * @param photometric Photometric Interpretation, as in {@code MONOCHROME2}
 * @param planar whether colours stand in planes instead of pixel by pixel
 */
public record PixelFormat(
        int columns,
        int rows,
        int frames,
        int samples,
        int bitsAllocated,
        int bitsStored,
        boolean signed,
        String photometric,
        boolean planar) {
    private static final int PIXEL_REPRESENTATION = 0x00280103;
    private static final int PLANAR_CONFIGURATION = 0x00280006;

    /**
     * Reads the format of an image.
     *
     * @throws UndecodableException where it is no image, or one of a layout that this program does not read
     */
    public static PixelFormat of(DataSet image) throws UndecodableException {
        int allocated = image.integer(Tag.BITS_ALLOCATED).orElse(0);
        PixelFormat format = new PixelFormat(
                image.integer(Tag.COLUMNS).orElse(0),
                image.integer(Tag.ROWS).orElse(0),
                Math.max(1, image.integer(Tag.NUMBER_OF_FRAMES).orElse(1)),
                image.integer(Tag.SAMPLES_PER_PIXEL).orElse(1),
                allocated,
                image.integer(0x00280101).orElse(allocated),
                image.integer(PIXEL_REPRESENTATION).orElse(0) == 1,
                image.text(Tag.PHOTOMETRIC_INTERPRETATION),
                image.integer(PLANAR_CONFIGURATION).orElse(0) == 1);
        boolean size = format.columns > 0 && format.rows > 0 && format.frameBytes() <= 1 << 30;
        boolean depth =
                allocated == 8 || allocated == 16 || allocated == 32 || (format.isPacked() && format.samples == 1);
        if (!size || !depth || (format.samples != 1 && format.samples != 3)) {
            throw new UndecodableException(Phrase.of("pixels.layout"));
        }
        return format;
    }

    /** Whether eight pixels share a byte. */
    public boolean isPacked() {
        return bitsAllocated == 1;
    }

    /** The same image with a byte for each pixel. */
    PixelFormat unpacked() {
        return new PixelFormat(columns, rows, frames, samples, 8, 1, false, photometric, planar);
    }

    /** Bytes of one sample. */
    public int sampleBytes() {
        return bitsAllocated / 8;
    }

    /** Bytes of one frame, whole samples for each pixel; of packed pixels once they are unpacked. */
    public long frameBytes() {
        return (long) columns * rows * samples * Math.max(1, sampleBytes());
    }

    /** Whether two pixels share their colour in uncompressed data, as YBR_FULL_422 does. */
    public boolean isSubsampled() {
        return samples == 3 && photometric.endsWith("_422");
    }

    /** The same layout with other colours. */
    PixelFormat with(String otherPhotometric, boolean otherPlanar) {
        return new PixelFormat(
                columns, rows, frames, samples, bitsAllocated, bitsStored, signed, otherPhotometric, otherPlanar);
    }
}

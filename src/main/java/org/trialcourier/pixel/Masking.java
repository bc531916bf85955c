// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;
import org.trialcourier.problem.Phrase;

/**
 * Burns rectangles into the pixels of an image, in all its frames. Uncompressed data stays as it is but for the
 * rectangles; compressed data is decoded and written uncompressed, so that no other pixel changes. Both happen while
 * the result is read, frame by frame.
 */
public final class Masking {
    private static final int PLANAR_CONFIGURATION = 0x00280006;
    private static final int PIXEL_PADDING_VALUE = 0x00280120;

    private Masking() {}

    /**
     * Puts masked pixels into a data set.
     *
     * @param original the file whose pixels are taken
     * @param target gets the pixels, and what says how they are laid out
     * @param boxes the rectangles; those outside the image are ignored
     * @return the transfer syntax that the target now must be written in
     * @throws UndecodableException where the pixels cannot be read; nothing is masked then
     */
    public static TransferSyntax mask(DicomFile original, DataSet target, List<Box> boxes) throws IOException {
        FrameReader frames = FrameReader.of(original);
        PixelFormat format = frames.format();
        if (format.isPacked()) {
            throw new UndecodableException(Phrase.of("pixels.layout"));
        }
        List<Box> inside = boxes.stream()
                .map(box -> box.within(format.columns(), format.rows()))
                .filter(Objects::nonNull)
                .toList();
        if (format.planar()
                && format.samples() == 3
                && format.photometric().startsWith("YBR")
                && !frames.isCompressed()) {
            throw new UndecodableException(Phrase.of("pixels.planes"));
        }
        int grey = black(original.data(), format);
        if (!frames.isCompressed()) {
            Element pixels = Objects.requireNonNull(target.get(Tag.PIXEL_DATA), "pixel data");
            put(target, pixels.vr(), new MaskedBlob(pixels, PixelLayout.of(format, inside, grey)));
            return original.transferSyntax();
        }
        for (int frame = 0; frame < format.frames(); frame++) {
            frames.frame(frame);
        }
        PixelFormat plain = frames.decodedFormat();
        put(
                target,
                plain.bitsAllocated() > 8 ? Vr.OW : Vr.OB,
                new DecodedBlob(frames, PixelLayout.of(plain, inside, grey)));
        target.putText(Tag.PHOTOMETRIC_INTERPRETATION, plain.photometric());
        if (plain.samples() > 1) {
            target.putInts(PLANAR_CONFIGURATION, Vr.US, 0);
        }
        return TransferSyntax.EXPLICIT_LITTLE;
    }

    private static void put(DataSet target, Vr vr, Blob blob) {
        target.put(new Element(Tag.PIXEL_DATA, vr, new Value.InFile(blob, 0, blob.length(), 1)));
    }

    private static int black(DataSet image, PixelFormat format) {
        if (format.samples() == 1 && image.hasValue(PIXEL_PADDING_VALUE)) {
            return image.integer(PIXEL_PADDING_VALUE).orElse(0);
        }
        boolean inverted = format.photometric().equals("MONOCHROME1");
        return inverted ? (int) ((1L << (format.bitsStored() - (format.signed() ? 1 : 0))) - 1) : 0;
    }
}

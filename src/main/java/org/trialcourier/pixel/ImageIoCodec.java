// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.trialcourier.problem.Phrase;

/** Decodes by whatever javax.imageio plug-in reads the format: JPEG and JPEG 2000. */
final class ImageIoCodec implements FrameCodec {
    private final String format;

    /** A codec for a format name of javax.imageio. */
    ImageIoCodec(String format) {
        this.format = format;
    }

    @Override
    public byte[] decode(byte[] data, PixelFormat wanted) throws UndecodableException {
        Phrase reason = Phrase.of("pixels.unsupported", format);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
                reader.setInput(in, true, true);
                return samples(raster(reader), wanted);
            } catch (IOException | RuntimeException unable) {
                reason = Phrase.of("pixels.not-decoded", format);
            } finally {
                reader.dispose();
            }
        }
        throw new UndecodableException(reason);
    }

    /** The samples as they are coded, before any conversion of colours, where the plug-in can give them. */
    private static Raster raster(ImageReader reader) throws IOException {
        return reader.canReadRaster()
                ? reader.readRaster(0, null)
                : reader.read(0).getRaster();
    }

    private static byte[] samples(Raster raster, PixelFormat wanted) throws UndecodableException {
        if (raster.getWidth() != wanted.columns()
                || raster.getHeight() != wanted.rows()
                || raster.getNumBands() != wanted.samples()) {
            throw new UndecodableException(Phrase.of("pixels.other-size"));
        }
        int width = wanted.columns();
        int bytes = wanted.sampleBytes();
        byte[] frame = new byte[Math.toIntExact(wanted.frameBytes())];
        int[] row = new int[width * wanted.samples()];
        int at = 0;
        for (int y = 0; y < wanted.rows(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int sample : row) {
                for (int b = 0; b < bytes; b++) {
                    frame[at++] = (byte) (sample >> (8 * b));
                }
            }
        }
        return frame;
    }
}

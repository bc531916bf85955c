// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.problem.Phrase;

/** Reads the frames of an image one by one, whatever its transfer syntax. Safe for several threads. */
public final class FrameReader {
    private static final int LARGEST_FRAME = 1 << 29;
    private static final Map<String, FrameCodec> CODECS = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2.5", new RleCodec()),
            Map.entry("1.2.840.10008.1.2.4.50", new ImageIoCodec("JPEG")),
            Map.entry("1.2.840.10008.1.2.4.51", new DctJpegCodec()),
            Map.entry("1.2.840.10008.1.2.4.57", new ImageIoCodec("JPEG")),
            Map.entry("1.2.840.10008.1.2.4.70", new ImageIoCodec("JPEG")),
            Map.entry("1.2.840.10008.1.2.4.80", new JpegLsCodec()),
            Map.entry("1.2.840.10008.1.2.4.81", new JpegLsCodec()),
            Map.entry("1.2.840.10008.1.2.4.90", new Jpeg2000Codec()),
            Map.entry("1.2.840.10008.1.2.4.91", new Jpeg2000Codec()));

    private final PixelFormat format;
    private final Element pixels;
    private final @Nullable FrameCodec codec;
    private final List<List<Value>> compressed;

    private FrameReader(PixelFormat format, Element pixels, @Nullable FrameCodec codec, List<List<Value>> compressed) {
        this.format = format;
        this.pixels = pixels;
        this.codec = codec;
        this.compressed = compressed;
    }

    /**
     * Opens the pixels of a file.
     *
     * @throws UndecodableException where it has none, or in a form that cannot be read
     */
    public static FrameReader of(DicomFile file) throws IOException {
        PixelFormat format = PixelFormat.of(file.data());
        Element pixels = file.data().get(Tag.PIXEL_DATA);
        if (pixels == null || pixels.isEmpty()) {
            throw new UndecodableException(Phrase.of("pixels.none"));
        }
        if (!(pixels.value() instanceof Value.Fragments fragments)) {
            if (file.transferSyntax().encapsulated()) {
                throw new UndecodableException(Phrase.of("pixels.encoding"));
            }
            return new FrameReader(format, pixels, null, List.of());
        }
        FrameCodec codec = CODECS.get(file.transferSyntax().uid());
        if (codec == null || format.isPacked()) {
            throw new UndecodableException(
                    Phrase.of("pixels.unsupported", file.transferSyntax().name()));
        }
        return new FrameReader(format, pixels, codec, Fragments.byFrame(fragments, format.frames()));
    }

    /** The layout that the image declares. */
    public PixelFormat format() {
        return format;
    }

    /** Whether frames are compressed. */
    public boolean isCompressed() {
        return codec != null;
    }

    /**
     * The samples of a frame, numbers in little endian order: as they stand in uncompressed data, but a byte for
     * each packed bit; of compressed data pixel by pixel, colours as they are coded.
     *
     * @param number from 0
     */
    public byte[] frame(int number) throws IOException {
        FrameCodec decoder = codec;
        if (decoder != null) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (Value part : compressed.get(number)) {
                whole.write(Element.bytes(part, LARGEST_FRAME));
            }
            return extendSigns(decoder.decode(whole.toByteArray(), format));
        }
        if (format.isPacked()) {
            return unpacked(number);
        }
        int length = Math.toIntExact(format.isSubsampled() ? format.frameBytes() / 3 * 2 : format.frameBytes());
        try (InputStream in = pixels.open()) {
            in.skipNBytes((long) length * number);
            byte[] frame = in.readNBytes(length);
            if (frame.length < length) {
                throw new UndecodableException(Phrase.of("pixels.ends-early"));
            }
            return frame;
        }
    }

    /** One byte for each bit; the first pixel is the lowest bit, and frames follow without a gap (PS3.5 8.1.1, 8.2). */
    private byte[] unpacked(int number) throws IOException {
        int pixelsOfFrame = Math.toIntExact(format.frameBytes());
        long first = (long) pixelsOfFrame * number;
        int offset = (int) (first % 8);
        int length = (offset + pixelsOfFrame + 7) / 8;
        byte[] packed;
        try (InputStream in = pixels.open()) {
            in.skipNBytes(first / 8);
            packed = in.readNBytes(length);
        }
        if (packed.length < length) {
            throw new UndecodableException(Phrase.of("pixels.ends-early"));
        }
        byte[] frame = new byte[pixelsOfFrame];
        for (int pixel = 0; pixel < pixelsOfFrame; pixel++) {
            int bit = offset + pixel;
            frame[pixel] = (byte) (packed[bit / 8] >> bit % 8 & 1);
        }
        return frame;
    }

    /** The layout of the frames that {@link #frame} gives: as declared, but for what decoding changes. */
    public PixelFormat decodedFormat() {
        if (codec == null) {
            return format.isPacked() ? format.unpacked() : format;
        }
        String photometric =
                switch (format.photometric()) {
                    case "YBR_FULL_422" -> "YBR_FULL";
                    case "YBR_ICT", "YBR_RCT" -> "RGB";
                    default -> format.photometric();
                };
        return format.with(photometric, false);
    }

    /** Fills the bits above the stored ones with the sign, as uncompressed data has it. */
    private byte[] extendSigns(byte[] frame) {
        int bytes = format.sampleBytes();
        int unused = format.bitsAllocated() - format.bitsStored();
        if (!format.signed() || unused <= 0) {
            return frame;
        }
        int shift = 32 - format.bitsStored();
        for (int at = 0; at < frame.length; at += bytes) {
            int value = 0;
            for (int b = 0; b < bytes; b++) {
                value |= (frame[at + b] & 0xFF) << (8 * b);
            }
            value = value << shift >> shift;
            for (int b = 0; b < bytes; b++) {
                frame[at + b] = (byte) (value >> (8 * b));
            }
        }
        return frame;
    }

    /** Which fragments make up which frame. */
    private static final class Fragments {
        private static List<List<Value>> byFrame(Value.Fragments fragments, int frames) throws IOException {
            List<Value> parts = fragments.parts().subList(1, fragments.parts().size());
            if (frames == 1) {
                return List.of(parts);
            }
            if (parts.size() == frames) {
                return parts.stream().map(List::of).toList();
            }
            List<List<Value>> all = byStart(parts);
            if (all.size() != frames) {
                throw new UndecodableException(Phrase.of("pixels.frames"));
            }
            return all;
        }

        /** A new frame begins where a fragment begins as a JPEG or JPEG 2000 stream does. */
        private static List<List<Value>> byStart(List<Value> parts) throws IOException {
            List<List<Value>> all = new ArrayList<>();
            for (Value part : parts) {
                try (InputStream in = Element.open(part)) {
                    byte[] start = in.readNBytes(3);
                    boolean begins = start.length == 3
                            && (start[0] & 0xFF) == 0xFF
                            && ((start[1] & 0xFF) == 0xD8 || (start[1] & 0xFF) == 0x4F)
                            && (start[2] & 0xFF) == 0xFF;
                    if (begins || all.isEmpty()) {
                        all.add(new ArrayList<>());
                    }
                    all.getLast().add(part);
                }
            }
            return all;
        }
    }
}

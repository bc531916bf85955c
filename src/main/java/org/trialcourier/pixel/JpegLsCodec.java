// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.nio.charset.StandardCharsets;
import org.trialcourier.problem.Phrase;

/** JPEG-LS (ISO/IEC 14495-1), lossless and near-lossless, in all three ways to interleave colours. */
final class JpegLsCodec implements FrameCodec {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DRI = 0xDD;
    private static final int SOF = 0xF7;
    private static final int LSE = 0xF8;
    private static final int APP8 = 0xE8;

    @Override
    public byte[] decode(byte[] data, PixelFormat format) throws UndecodableException {
        try {
            return new Parser(data, format).parse();
        } catch (IndexOutOfBoundsException damaged) {
            throw new UndecodableException(Phrase.of("pixels.damaged"));
        }
    }

    /** Reads the markers and decodes scan by scan. */
    private static final class Parser {
        private final byte[] data;
        private final PixelFormat format;
        private final byte[] frame;
        private int at;
        private int maxValue;
        private int[] thresholds = new int[4];
        private int components;
        private int decoded;

        private Parser(byte[] data, PixelFormat format) {
            this.data = data;
            this.format = format;
            this.frame = new byte[Math.toIntExact(format.frameBytes())];
        }

        private byte[] parse() throws UndecodableException {
            while (decoded < format.samples()) {
                int marker = marker();
                if (marker == EOI) {
                    throw new UndecodableException(Phrase.of("pixels.cut-short"));
                }
                if (marker == SOI) {
                    continue;
                }
                int start = at;
                int length = number(2);
                switch (marker) {
                    case SOF -> frameHeader();
                    case LSE -> presets();
                    case DRI -> throw new UndecodableException(Phrase.of("pixels.unsupported", "JPEG-LS (restart)"));
                    case APP8 -> colourTransform(length - 2);
                    case SOS -> {
                        scan(start, length);
                        continue;
                    }
                    default -> {
                        // Comments and application data say nothing about the pixels.
                    }
                }
                at = start + length;
            }
            return frame;
        }

        private int marker() {
            while ((data[at] & 0xFF) != 0xFF || (data[at + 1] & 0xFF) < 0x80 || (data[at + 1] & 0xFF) == 0xFF) {
                at++;
            }
            at += 2;
            return data[at - 1] & 0xFF;
        }

        private void frameHeader() throws UndecodableException {
            int precision = number(1);
            int height = number(2);
            int width = number(2);
            components = number(1);
            maxValue = (1 << precision) - 1;
            if (height != format.rows()
                    || width != format.columns()
                    || components != format.samples()
                    || precision > format.bitsAllocated()) {
                throw new UndecodableException(Phrase.of("pixels.other-size"));
            }
        }

        private void presets() throws UndecodableException {
            if (number(1) != 1) {
                throw new UndecodableException(Phrase.of("pixels.unsupported", "JPEG-LS (tables)"));
            }
            int most = number(2);
            maxValue = most == 0 ? maxValue : most;
            thresholds = new int[] {number(2), number(2), number(2), number(2)};
        }

        private void colourTransform(int length) throws UndecodableException {
            String name = new String(data, at, Math.min(4, length), StandardCharsets.US_ASCII);
            if (name.equals("mrfx") && data[at + 4] != 0) {
                throw new UndecodableException(Phrase.of("pixels.unsupported", "JPEG-LS (mrfx)"));
            }
        }

        private void scan(int start, int length) throws UndecodableException {
            int inScan = number(1);
            at += 2 * inScan;
            int near = number(1);
            int interleave = number(1);
            at = start + length;
            if (components == 0 || inScan < 1 || decoded + inScan > components || (interleave == 0 && inScan != 1)) {
                throw new UndecodableException(Phrase.of("pixels.damaged"));
            }
            JpegLsCoding coding = new JpegLsCoding(maxValue, near, thresholds);
            JpegLsScan scan = new JpegLsScan(new JpegLsBits(data, at), coding, inScan, format.columns());
            for (int y = 0; y < format.rows(); y++) {
                int[][] lines = interleave == 2 ? scan.nextSamples() : scan.nextLines();
                for (int component = 0; component < inScan; component++) {
                    store(lines[component], y, decoded + component);
                }
            }
            at = scan.position();
            decoded += inScan;
        }

        /** A line has a sample more at each end. */
        private void store(int[] line, int y, int component) {
            int bytes = format.sampleBytes();
            int step = bytes * format.samples();
            int to = y * format.columns() * step + component * bytes;
            for (int x = 1; x <= format.columns(); x++) {
                for (int b = 0; b < bytes; b++) {
                    frame[to + b] = (byte) (line[x] >> (8 * b));
                }
                to += step;
            }
        }

        private int number(int bytes) {
            int value = 0;
            for (int i = 0; i < bytes; i++) {
                value = (value << 8) | (data[at++] & 0xFF);
            }
            return value;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Phrase;

/** Reads the markers of a sequential JPEG frame of 12 bits and decodes scan by scan (ISO/IEC 10918-1, B.2). */
final class DctParser {
    /** The bits of a sample that this decoder is for. */
    static final int PRECISION = 12;

    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;

    private final byte[] data;
    private final PixelFormat format;
    private final int[][] quantities = new int[4][];
    private final @Nullable HuffmanTable[] dc = new HuffmanTable[4];
    private final @Nullable HuffmanTable[] ac = new HuffmanTable[4];
    private final List<DctPlane> planes = new ArrayList<>();
    private int at;
    private int restart;
    private int decoded;

    DctParser(byte[] data, PixelFormat format) {
        this.data = data;
        this.format = format;
    }

    /** Whether a marker is one of the thirteen that begin a frame (table B.1). */
    static boolean isFrameHeader(int marker) {
        return marker >= BASELINE && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
    }

    /** The samples, pixel by pixel, in little endian order. */
    byte[] parse() throws UndecodableException {
        while (planes.isEmpty() || decoded < planes.size()) {
            int marker = marker();
            if (marker == SOI) {
                continue;
            }
            if (marker == EOI) {
                throw new UndecodableException(Phrase.of("pixels.cut-short"));
            }
            int end = at + number(2);
            at += 2;
            if (marker == SOS) {
                scan(end);
                continue;
            }
            if (isFrameHeader(marker)) {
                frameHeader(marker);
            } else if (marker == DQT) {
                quantityTables(end);
            } else if (marker == DHT) {
                codeTables(end);
            } else if (marker == DRI) {
                restart = number(2);
            }
            at = end;
        }
        return interleaved();
    }

    private int marker() {
        while ((data[at] & 0xFF) != 0xFF || (data[at + 1] & 0xFF) < BASELINE || (data[at + 1] & 0xFF) == 0xFF) {
            at++;
        }
        at += 2;
        return data[at - 1] & 0xFF;
    }

    private void frameHeader(int marker) throws UndecodableException {
        if (marker != BASELINE && marker != EXTENDED) {
            throw new UndecodableException(Phrase.of("pixels.unsupported", "JPEG (12 bit, not sequential)"));
        }
        int precision = data[at];
        int height = (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF);
        int width = (data[at + 3] & 0xFF) << 8 | (data[at + 4] & 0xFF);
        int components = data[at + 5];
        if (!planes.isEmpty()
                || height != format.rows()
                || width != format.columns()
                || components != format.samples()
                || precision > format.bitsAllocated()) {
            throw new UndecodableException(Phrase.of("pixels.other-size"));
        }
        // A block takes two codes of one bit at least: what is too short for the size it claims takes no memory.
        if ((long) width * height / 64 > data.length * 4L) {
            throw new UndecodableException(Phrase.of("pixels.cut-short"));
        }
        int widest = 1;
        int highest = 1;
        for (int i = 0; i < components; i++) {
            widest = Math.max(widest, data[at + 7 + 3 * i] >> 4 & 0xF);
            highest = Math.max(highest, data[at + 7 + 3 * i] & 0xF);
        }
        for (int i = 0; i < components; i++) {
            int sampling = data[at + 7 + 3 * i] & 0xFF;
            planes.add(new DctPlane(
                    data[at + 6 + 3 * i] & 0xFF,
                    new DctPlane.Sampling(sampling >> 4, sampling & 0xF, widest, highest),
                    data[at + 8 + 3 * i] & 3,
                    width,
                    height));
        }
    }

    private void quantityTables(int end) {
        while (at < end) {
            int kind = data[at++];
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[ZIGZAG[i]] = kind >> 4 == 0 ? data[at++] & 0xFF : number(2);
                at += kind >> 4 == 0 ? 0 : 2;
            }
            quantities[kind & 3] = table;
        }
    }

    private void codeTables(int end) {
        while (at < end) {
            int kind = data[at++];
            HuffmanTable table = HuffmanTable.read(data, at);
            at += table.length();
            (kind >> 4 == 0 ? dc : ac)[kind & 3] = table;
        }
    }

    private void scan(int end) throws UndecodableException {
        int count = data[at++];
        List<DctScan.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = data[at] & 0xFF;
            int tables = data[at + 1];
            at += 2;
            DctPlane plane = planes.stream()
                    .filter(candidate -> candidate.id() == id)
                    .findFirst()
                    .orElse(null);
            HuffmanTable first = dc[tables >> 4 & 3];
            HuffmanTable rest = ac[tables & 3];
            if (plane == null || first == null || rest == null || quantities[plane.quantityTable()] == null) {
                throw new UndecodableException(Phrase.of("pixels.damaged"));
            }
            parts.add(new DctScan.Part(plane, first, rest, quantities[plane.quantityTable()]));
        }
        if (parts.isEmpty()) {
            throw new UndecodableException(Phrase.of("pixels.damaged"));
        }
        HuffmanBits bits = new HuffmanBits(data, end);
        new DctScan(bits, parts, restart, ZIGZAG).decode();
        decoded += count;
        at = bits.position();
    }

    private byte[] interleaved() {
        int bytes = format.sampleBytes();
        byte[] frame = new byte[Math.toIntExact(format.frameBytes())];
        int to = 0;
        for (int y = 0; y < format.rows(); y++) {
            for (int x = 0; x < format.columns(); x++) {
                for (DctPlane plane : planes) {
                    int value = plane.at(x, y);
                    frame[to] = (byte) value;
                    frame[to + 1] = (byte) (value >> 8);
                    to += bytes;
                }
            }
        }
        return frame;
    }

    private int number(int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | (data[at + i] & 0xFF);
        }
        return value;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.util.Arrays;
import java.util.List;

/** Decodes one scan of a sequential JPEG frame: Huffman codes to coefficients to samples (ISO/IEC 10918-1, F.2). */
final class DctScan {
    private static final int RUN_OF_ZEROS = 0xF0;

    private final HuffmanBits bits;
    private final List<Part> parts;
    private final int restart;
    private final int[] zigzag;
    private final int[] predictions;
    private final int[] coefficients = new int[64];
    private final short[] block = new short[64];
    private final InverseDct inverse = new InverseDct(DctParser.PRECISION);

    /** A component of a scan with the tables it is coded by. */
    record Part(DctPlane plane, HuffmanTable dc, HuffmanTable ac, int[] quantities) {}

    DctScan(HuffmanBits bits, List<Part> parts, int restart, int[] zigzag) {
        this.bits = bits;
        this.parts = parts;
        this.restart = restart;
        this.zigzag = zigzag;
        this.predictions = new int[parts.size()];
    }

    void decode() throws UndecodableException {
        DctPlane first = parts.getFirst().plane();
        boolean alone = parts.size() == 1;
        int across = alone ? first.blocksAcross() : first.unitsAcross();
        int down = alone ? first.blocksDown() : first.unitsDown();
        for (int unit = 0; unit < across * down; unit++) {
            if (restart > 0 && unit > 0 && unit % restart == 0) {
                bits.restart();
                Arrays.fill(predictions, 0);
            }
            if (alone) {
                block(0, unit % across, unit / across);
            } else {
                unit(unit % across, unit / across);
            }
        }
    }

    private void unit(int unitX, int unitY) throws UndecodableException {
        for (int part = 0; part < parts.size(); part++) {
            DctPlane plane = parts.get(part).plane();
            for (int y = 0; y < plane.unitHeight(); y++) {
                for (int x = 0; x < plane.unitWidth(); x++) {
                    block(part, unitX * plane.unitWidth() + x, unitY * plane.unitHeight() + y);
                }
            }
        }
    }

    private void block(int number, int x, int y) throws UndecodableException {
        Part part = parts.get(number);
        Arrays.fill(coefficients, 0);
        predictions[number] += bits.signed(bits.code(part.dc()) & 0xF);
        coefficients[0] = predictions[number] * part.quantities()[0];
        for (int i = 1; i < 64; i++) {
            int code = bits.code(part.ac());
            int size = code & 0xF;
            if (size == 0 && code != RUN_OF_ZEROS) {
                break;
            }
            i += code >> 4;
            if (size > 0) {
                int at = zigzag[i];
                coefficients[at] = bits.signed(size) * part.quantities()[at];
            }
        }
        inverse.transform(coefficients, block);
        part.plane().set(x, y, block);
    }
}

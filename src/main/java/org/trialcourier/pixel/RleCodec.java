// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.trialcourier.problem.Phrase;

/** RLE Lossless (PS3.5 G): a segment for each byte of each sample, the most significant first. */
final class RleCodec implements FrameCodec {
    private static final int HEADER = 64;

    @Override
    public byte[] decode(byte[] data, PixelFormat format) throws UndecodableException {
        int sampleBytes = format.sampleBytes();
        int segments = format.samples() * sampleBytes;
        if (data.length < HEADER) {
            throw new UndecodableException(Phrase.of("pixels.cut-short"));
        }
        ByteBuffer header = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(0) != segments) {
            throw new UndecodableException(Phrase.of("pixels.segments"));
        }
        int pixels = format.columns() * format.rows();
        byte[] frame = new byte[Math.multiplyExact(pixels, segments)];
        for (int segment = 0; segment < segments; segment++) {
            int from = header.getInt(4 + 4 * segment);
            int to = segment + 1 < segments ? header.getInt(8 + 4 * segment) : data.length;
            if (from < HEADER || to < from || to > data.length) {
                throw new UndecodableException(Phrase.of("pixels.damaged"));
            }
            int sample = segment / sampleBytes;
            int significance = sampleBytes - 1 - segment % sampleBytes;
            unpack(data, from, to, frame, sample * sampleBytes + significance, segments, pixels);
        }
        return frame;
    }

    /** Unpacks a segment into every {@code step}th byte. */
    private static void unpack(byte[] data, int from, int to, byte[] frame, int first, int step, int count)
            throws UndecodableException {
        int at = from;
        int done = 0;
        while (done < count) {
            if (at >= to) {
                throw new UndecodableException(Phrase.of("pixels.cut-short"));
            }
            int code = data[at++];
            if (code == -128) {
                continue;
            }
            boolean literal = code >= 0;
            int length = literal ? code + 1 : 1 - code;
            if (at + (literal ? length : 1) > to) {
                throw new UndecodableException(Phrase.of("pixels.cut-short"));
            }
            for (int i = 0; i < length && done < count; i++) {
                frame[first + step * done++] = data[literal ? at + i : at];
            }
            at += literal ? length : 1;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks for longer values of the patient in uncompressed pixels, where a program may have hidden text as bytes: one or
 * two bytes a letter. It skips through them, so that an image costs little more than reading it.
 */
final class PixelSweep {
    private static final int WINDOW = 1 << 16;
    private static final int AROUND = 128;
    private static final int NEAR = 24;
    /** Zeros behind the bytes, so that a look need not ask whether they end. */
    private static final int BEHIND = 8;

    /** In grey noise of the numbers that letters have, only what is longer is no chance. */
    private static final int LONG = 8;

    private static final String IN_TEXT = " .,:;^=/-_'()+@#&\"\r\n\t\0";

    private final NeedleSet needles;
    private final Grams grams;
    private final byte[] window = new byte[WINDOW + BEHIND];

    PixelSweep(NeedleSet needles) {
        this.needles = needles;
        this.grams = needles.grams();
    }

    /** The kind of the first value found. */
    Optional<String> find(InputStream in) throws IOException {
        int kept = 0;
        while (true) {
            int filled = fill(in, kept);
            Optional<String> found = find(window, filled);
            if (found.isPresent() || filled < WINDOW) {
                return found;
            }
            kept = 2 * AROUND;
            System.arraycopy(window, WINDOW - kept, window, 0, kept);
        }
    }

    /**
     * The same at both ends alone, where devices write into the first or last rows of what they measure: pixels of more
     * than 8 bits are no picture of a screen, and searching all of them would take as long as copying them.
     */
    Optional<String> findAtEnds(InputStream in, long length) throws IOException {
        if (length <= 2 * WINDOW) {
            return find(in);
        }
        Optional<String> first = find(window, fill(in, 0));
        if (first.isPresent()) {
            return first;
        }
        in.skipNBytes(length - 2 * WINDOW);
        return find(window, fill(in, 0));
    }

    /** Reads on into the window behind what is kept of it. */
    private int fill(InputStream in, int kept) throws IOException {
        int filled = kept + in.readNBytes(window, kept, WINDOW - kept);
        Arrays.fill(window, filled, filled + BEHIND, (byte) 0);
        return filled;
    }

    private Optional<String> find(byte[] data, int length) {
        for (int at = 0; at < length; at += Grams.STEP) {
            // Of two bytes a letter, letters stand at even places or at odd ones: both are looked at in turns.
            int wide = at + (at / Grams.STEP & 1);
            if (grams.mayHave(data[at], data[at + 1], data[wide], data[wide + 2])) {
                Optional<String> found = at(data, length, at, wide);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> at(byte[] data, int length, int narrow, int wide) {
        Optional<String> found = grams.has(data[narrow], data[narrow + 1], data[narrow + 2])
                ? around(data, length, narrow, 1)
                : Optional.empty();
        boolean zeros = data[wide + 1] == 0 && data[wide + 3] == 0;
        return found.isEmpty() && zeros && grams.has(data[wide], data[wide + 2], data[wide + 4])
                ? around(data, length, wide, 2)
                : found;
    }

    private Optional<String> around(byte[] data, int length, int at, int width) {
        int from = at;
        while (from - width >= Math.max(0, at - AROUND) && isPlain(data, length, from - width, width)) {
            from -= width;
        }
        int to = at;
        while (to < Math.min(length, at + AROUND) && isPlain(data, length, to, width)) {
            to += width;
        }
        String text = width == 1
                ? new String(data, from, to - from, StandardCharsets.UTF_8)
                : every(data, from, Math.min(to, length), width);
        return needles.findLong(text, isNoise(data, length, at, width) ? LONG : Grams.SHORTEST)
                .filter(kind -> !kind.equals(NeedleMaker.FILE_NAME));
    }

    private static boolean isPlain(byte[] data, int length, int at, int width) {
        boolean shown = (data[at] & 0xFF) >= 0x20 && data[at] != 0x7F;
        return shown && (width == 1 || isZero(data, length, at + 1) || isZero(data, length, at - 1));
    }

    private static boolean isZero(byte[] data, int length, int at) {
        return at < 0 || at >= length || data[at] == 0;
    }

    private static String every(byte[] data, int from, int to, int width) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at += width) {
            text.append((char) (data[at] & 0xFF));
        }
        return text.toString();
    }

    /** Whether there are many letters around the word at a place, and many numbers among them that are no text. */
    private static boolean isNoise(byte[] data, int length, int at, int width) {
        int first = at;
        while (first - width >= 0 && Grams.LETTERS[data[first - width] & 0xFF]) {
            first -= width;
        }
        int last = at;
        while (last < length && Grams.LETTERS[data[last] & 0xFF]) {
            last += width;
        }
        int seen = 0;
        int letters = 0;
        int odd = 0;
        for (int far = 1; far <= NEAR; far++) {
            for (int near : new int[] {first - far * width, last + far * width}) {
                if (near >= 0 && near < length) {
                    seen++;
                    letters += Grams.LETTERS[data[near] & 0xFF] ? 1 : 0;
                    odd += Grams.LETTERS[data[near] & 0xFF] || IN_TEXT.indexOf(data[near]) >= 0 ? 0 : 1;
                }
            }
        }
        return letters * 2 > seen && odd * 10 > seen;
    }
}

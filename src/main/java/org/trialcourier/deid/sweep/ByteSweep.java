// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks for text in bytes that are no text: in runs of printable characters, one byte or two bytes each, in the usual
 * character sets. Streams values of any size through a window.
 */
final class ByteSweep {
    private static final int WINDOW = 1 << 18;
    private static final int OVERLAP = 1 << 10;
    private static final int HEAD = 1 << 16;
    private static final int SHORTEST = 4;
    private static final int WIDEST = 4;
    private static final int LONG_RUN = 12;
    private static final int SHORT_RUN = 6;
    private static final int ESCAPE = 0x1B;
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            Charset.forName("GB18030"),
            Charset.forName("Shift_JIS"),
            Charset.forName("EUC-KR"),
            Charset.forName("Big5"),
            Charset.forName("EUC-JP"),
            Charset.forName("ISO-2022-JP"),
            Charset.forName("ISO-2022-KR"),
            Charset.forName("KOI8-R"),
            Charset.forName("windows-1251"),
            Charset.forName("ISO-8859-2"),
            Charset.forName("ISO-8859-5"),
            Charset.forName("ISO-8859-6"),
            Charset.forName("ISO-8859-7"),
            Charset.forName("ISO-8859-8"),
            Charset.forName("TIS-620"),
            Charset.forName("IBM866"),
            Charset.forName("x-MacCyrillic"),
            Charset.forName("x-IBM737"),
            Charset.forName("windows-1253"),
            Charset.forName("windows-1255"),
            Charset.forName("windows-1256"),
            Charset.forName("x-Johab"));

    /** The charsets in which Latin letters with accents are written most; the others count for names in rare letters. */
    private static final List<Charset> ACCENTS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("IBM850"),
            Charset.forName("x-MacRoman"),
            Charset.forName("IBM037"));

    private final NeedleSet needles;

    ByteSweep(NeedleSet needles) {
        this.needles = needles;
    }

    /** The kind of the first value found in a stream. */
    Optional<String> find(InputStream in) throws IOException {
        byte[] window = new byte[WINDOW];
        int kept = 0;
        while (true) {
            int got = in.readNBytes(window, kept, WINDOW - kept);
            int filled = kept + got;
            Optional<String> found = find(window, filled);
            if (found.isPresent() || filled < WINDOW) {
                return found;
            }
            System.arraycopy(window, WINDOW - OVERLAP, window, 0, OVERLAP);
            kept = OVERLAP;
        }
    }

    /**
     * The kind of the first value found in compressed pixels: thoroughly in the header and behind the end, where comments
     * stand, and between them in runs of ASCII only, since compressed data looks like anything in the end.
     */
    Optional<String> findInCompressed(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        int scan = Codestream.header(head);
        Optional<String> found = find(head, scan);
        StringBuilder run = new StringBuilder();
        byte[] tail = head;
        int filled = head.length;
        if (found.isEmpty()) {
            found = runs(head, scan, head.length, run);
        }
        byte[] window = new byte[HEAD];
        for (int got = in.readNBytes(window, 0, HEAD);
                got > 0 && found.isEmpty();
                got = in.readNBytes(window, 0, HEAD)) {
            found = runs(window, 0, got, run);
            byte[] last = Arrays.copyOf(tail, filled);
            tail = Arrays.copyOf(Arrays.copyOfRange(last, Math.max(0, filled - OVERLAP), filled), OVERLAP + got);
            int kept = Math.min(OVERLAP, filled);
            System.arraycopy(window, 0, tail, kept, got);
            filled = kept + got;
        }
        if (found.isEmpty() && !run.isEmpty()) {
            found = ofRun(run);
        }
        if (found.isEmpty() && scan < head.length) {
            int end = Codestream.end(tail, filled);
            byte[] behind = Arrays.copyOfRange(tail, end, filled);
            found = find(behind, behind.length);
        }
        return found;
    }

    private Optional<String> runs(byte[] data, int from, int to, StringBuilder run) {
        for (int at = from; at < to; at++) {
            byte c = data[at];
            if (c >= 0x20 && c < 0x7F && run.length() < OVERLAP) {
                run.append((char) c);
            } else if (!run.isEmpty()) {
                Optional<String> found = ofRun(run);
                run.setLength(0);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** A short run counts for long values only. */
    private Optional<String> ofRun(StringBuilder run) {
        if (run.length() < SHORT_RUN) {
            return Optional.empty();
        }
        return run.length() >= LONG_RUN
                ? needles.findInNoise(run.toString())
                : needles.findLong(run.toString(), SHORT_RUN);
    }

    /** The kind of the first value found in the first bytes of an array. */
    Optional<String> find(byte[] data, int length) {
        Optional<String> found = singleBytes(data, length);
        for (int order = 0; order < 2 && found.isEmpty(); order++) {
            Charset charset = order == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            found = doubleBytes(data, length, order, charset);
        }
        return found.or(() -> fourBytes(data, length));
    }

    /** The kind of value found in text bytes, read in each usual character set; for text that may be declared wrongly. */
    Optional<String> anyCharset(byte[] data) {
        for (Charset charset : CHARSETS) {
            Optional<String> found = needles.find(new String(data, charset));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> singleBytes(byte[] data, int length) {
        int start = 0;
        boolean high = false;
        for (int at = 0; at <= length; at++) {
            int c = at < length ? data[at] & 0xFF : 0;
            boolean shift = c == ESCAPE && needles.hasRareLetters();
            if (c >= 0x20 && c != 0x7F || shift || at > start && (c == '\n' || c == '\r')) {
                high |= c > 0x7F || shift;
                continue;
            }
            if (at - start >= SHORTEST) {
                Optional<String> found = run(data, start, at, high);
                if (found.isPresent()) {
                    return found;
                }
            }
            start = at + 1;
            high = false;
        }
        return Optional.empty();
    }

    private Optional<String> run(byte[] data, int from, int to, boolean high) {
        Optional<String> found = needles.findInNoise(new String(data, from, to - from, StandardCharsets.ISO_8859_1));
        if (high) {
            for (Charset charset : needles.hasRareLetters() ? CHARSETS : ACCENTS) {
                if (found.isEmpty()) {
                    found = needles.findInNoise(new String(data, from, to - from, charset));
                }
            }
        }
        return found;
    }

    /** Letters with three zeros between them, as in UTF-32; what is missing behind the end counts as zero. */
    private Optional<String> fourBytes(byte[] data, int length) {
        for (int phase = 0; phase < WIDEST; phase++) {
            StringBuilder run = new StringBuilder();
            for (int at = phase; at < length + WIDEST; at += WIDEST) {
                boolean letter = at < length && (data[at] & 0xFF) >= 0x20;
                if (letter && (zeros(data, at + 1, length) || zeros(data, at + 1 - WIDEST, length))) {
                    run.append((char) (data[at] & 0xFF));
                } else if (!run.isEmpty()) {
                    Optional<String> found =
                            run.length() < SHORTEST ? Optional.empty() : needles.findInNoise(run.toString());
                    if (found.isPresent()) {
                        return found;
                    }
                    run.setLength(0);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean zeros(byte[] data, int from, int length) {
        for (int at = Math.max(0, from); at < Math.min(length, from + WIDEST - 1); at++) {
            if (data[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Pairs of a letter and a zero; with names in rare letters, everything read as pairs. */
    private Optional<String> doubleBytes(byte[] data, int length, int order, Charset charset) {
        for (int parity = 0; parity < 2; parity++) {
            int start = parity;
            for (int at = parity; at < length; at += 2) {
                boolean letter = at + 1 < length && data[at + 1 - order] == 0 && (data[at + order] & 0xFF) >= 0x20;
                if (letter) {
                    continue;
                }
                if (at - start >= 2 * SHORTEST) {
                    Optional<String> found = needles.findInNoise(new String(data, start, at - start, charset));
                    if (found.isPresent()) {
                        return found;
                    }
                }
                start = at + 2;
            }
            int end = length - (length - parity) % 2;
            if (end - start >= 2 * SHORTEST) {
                Optional<String> found = needles.findInNoise(new String(data, start, end - start, charset));
                if (found.isPresent()) {
                    return found;
                }
            }
            if (needles.hasRareLetters() && end > parity) {
                Optional<String> found = needles.findInNoise(new String(data, parity, end - parity, charset));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.trialcourier.deid.Residue;

/**
 * Looks into what is packed inside a value, at any place and several layers deep: gzip, zlib, ZIP, PDF, base64,
 * hexadecimal digits and the escapes of text formats. What is packed too deeply or grows too large counts as a residue.
 */
final class Unpacker {
    private static final int DEEPEST = 10;
    private static final int LARGEST = 64 << 20;
    private static final int SHORTEST_CODE = 12;

    /** As short a code is looked into where it does not look like a word. */
    private static final int SHORTEST_STRANGE_CODE = 8;

    private static final int SHORTEST_ESCAPED = 6;
    private static final int SHORTEST_PACKED = 4;
    private static final int SHORTEST_DEFLATED = 32;
    private static final int MOST_TRIES = 2_000;
    private static final String TOO_DEEP = "a value packed too deeply to be searched";
    private static final List<byte[]> ANYWHERE = Stream.of(
                    "fd377a585a00", "314159265359", "377abcaf271c", "526172211a07", "4c5a495001")
            .map(HexFormat.of()::parseHex)
            .toList();
    private static final List<byte[]> AT_START = Stream.concat(
                    ANYWHERE.stream(),
                    Stream.of("28b52ffd", "04224d18", "4d534346", "5d0000", "1f9d")
                            .map(HexFormat.of()::parseHex))
            .toList();

    private static final List<byte[]> IN_SMALL =
            AT_START.stream().filter(magic -> magic.length >= 4).toList();

    /** So few bytes hardly have four given ones in a row by chance. */
    private static final int SMALL = 1 << 20;

    private final ByteSweep bytes;
    private final PdfSweep pdf;
    private int tries;

    Unpacker(NeedleSet needles) {
        this.bytes = new ByteSweep(needles);
        this.pdf = new PdfSweep(needles);
    }

    /** Looks into a value; residues are named by the place and the packing. */
    void look(byte[] value, String place, Consumer<Residue> found) {
        if (value.length >= SHORTEST_ESCAPED) {
            tries = 0;
            look(value, place, found, 0);
        }
    }

    private void look(byte[] data, String place, Consumer<Residue> found, int depth) {
        if (depth > DEEPEST) {
            found.accept(new Residue(place, TOO_DEEP));
            return;
        }
        escapes(data, place, found, depth);
        int run = 0;
        boolean hex = true;
        for (int at = 0; at <= data.length; at++) {
            int c = at < data.length ? data[at] : 0;
            if (isCode(c)) {
                run++;
                hex &= Character.digit(c, 16) >= 0;
            } else if (!(run > 0 && (c == '\r' || c == '\n'))) {
                if (run >= SHORTEST_CODE || run >= SHORTEST_STRANGE_CODE && (hex || isStrange(data, at - run, at))) {
                    decode(data, at - run, at, hex, place, found, depth);
                }
                run = 0;
                hex = true;
            } else {
                run++;
            }
            if (at < data.length - SHORTEST_PACKED) {
                magic(data, at, place, found, depth);
            }
        }
    }

    private void magic(byte[] data, int at, String place, Consumer<Residue> found, int depth) {
        int first = data[at] & 0xFF;
        int second = data[at + 1] & 0xFF;
        if (first == 0x1F && second == 0x8B) {
            unpacked(gzip(data, at), place + " > gzip", found, depth);
        } else if (first == 0x78 && ((first << 8) | second) % 31 == 0 && tries++ < MOST_TRIES) {
            unpacked(inflate(data, at, false), place + " > zlib", found, depth);
        } else if (first == 'P' && second == 'K' && data[at + 2] == 3 && data[at + 3] == 4) {
            zip(data, at, place + " > ZIP", found, depth);
        } else if (first == '%' && second == 'P' && data[at + 2] == 'D' && data[at + 3] == 'F') {
            String inside = place + " > PDF";
            pdf.look(data, at, inside, found, content -> look(content, inside, found, depth + 1));
        } else if (isUnknownPacking(data, at)) {
            found.accept(new Residue(place, "a value packed in a way that cannot be searched"));
        } else if (at == 0 && depth == 0 && data.length >= SHORTEST_DEFLATED && !isText(data)) {
            unpacked(inflate(data, 0, true), place + " > deflate", found, depth);
        }
    }

    /** Those with short marks at the beginning, or where the value is small; the others anywhere. */
    private static boolean isUnknownPacking(byte[] data, int at) {
        for (byte[] magic : at == 0 ? AT_START : data.length <= SMALL ? IN_SMALL : ANYWHERE) {
            if (data[at] == magic[0]
                    && at + magic.length <= data.length
                    && Arrays.equals(data, at, at + magic.length, magic, 0, magic.length)) {
                return true;
            }
        }
        return false;
    }

    private void escapes(byte[] data, String place, Consumer<Residue> found, int depth) {
        unpacked(Escapes.undone(data), place + " > escapes", found, depth);
        unpacked(Escapes.list(data), place + " > hexadecimal", found, depth);
    }

    private void unpacked(byte[] content, String place, Consumer<Residue> found, int depth) {
        if (content.length >= SHORTEST_PACKED) {
            bytes.find(content, content.length).ifPresent(kind -> found.accept(new Residue(place, kind)));
            look(content, place, found, depth + 1);
        }
        if (content.length >= LARGEST) {
            found.accept(new Residue(place, "a packed value too large to be searched"));
        }
    }

    private void decode(byte[] data, int from, int to, boolean hex, String place, Consumer<Residue> found, int depth) {
        String run = new String(data, from, to - from, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
        if (hex && run.length() % 2 == 0) {
            unpacked(HexFormat.of().parseHex(run), place + " > hexadecimal", found, depth);
        }
        if (isDigits(run)) {
            // No digit but stands for six bits that begin with 110100 to 111101: no name comes of them.
            return;
        }
        if (Base32.isIn(run)) {
            unpacked(Base32.decode(run), place + " > base32", found, depth);
        }
        String standard = run.replace('-', '+').replace('_', '/').replace("=", "");
        for (int skip = 0; skip < (depth == 0 ? 4 : 1) && standard.length() - skip >= SHORTEST_ESCAPED; skip++) {
            int length = standard.length() - skip;
            String whole = standard.substring(skip, length % 4 == 1 ? standard.length() - 1 : standard.length());
            unpacked(Base64.getDecoder().decode(whole), place + " > base64", found, depth);
        }
    }

    private void zip(byte[] data, int at, String place, Consumer<Residue> found, int depth) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(data, at, data.length - at))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] name = entry.getName().getBytes(StandardCharsets.UTF_8);
                bytes.find(name, name.length).ifPresent(kind -> found.accept(new Residue(place, kind)));
                unpacked(in.readNBytes(LARGEST), place, found, depth);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            found.accept(new Residue(place, "an archive that cannot be searched"));
        }
    }

    private static byte[] gzip(byte[] data, int at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(data, at, data.length - at))) {
            byte[] part = new byte[8192];
            for (int got = in.read(part); got > 0 && out.size() < LARGEST; got = in.read(part)) {
                out.write(part, 0, got);
            }
        } catch (IOException end) {
            // What came out before the damage is searched all the same.
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    /** What a stream gives before it ends or turns out to be none; a stream without header must end well. */
    private static byte[] inflate(byte[] data, int at, boolean bare) {
        Inflater inflater = new Inflater(bare);
        try {
            inflater.setInput(data, at, data.length - at);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            int got = inflater.inflate(part);
            while (got > 0 && out.size() < LARGEST) {
                out.write(part, 0, got);
                got = inflater.inflate(part);
            }
            return bare && !inflater.finished() ? new byte[0] : out.toByteArray();
        } catch (DataFormatException notDeflated) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static boolean isText(byte[] data) {
        for (int i = 0; i < Math.min(16, data.length); i++) {
            if (data[i] < 0x20 || data[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Whether capitals follow small letters and digits are among them, as in no word. */
    private static boolean isStrange(byte[] data, int from, int to) {
        int turns = 0;
        int digits = 0;
        for (int at = from + 1; at < to; at++) {
            turns += Character.isUpperCase(data[at]) && Character.isLowerCase(data[at - 1]) ? 1 : 0;
            digits += Character.isDigit(data[at]) ? 1 : 0;
        }
        return turns > 1 || turns > 0 && digits > 0 || data[to - 1] == '=';
    }

    private static boolean isDigits(String run) {
        return run.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCode(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '='
                || c == '-'
                || c == '_';
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.trialcourier.problem.Phrase;

/** Says what a file is that is no DICOM, by its first bytes. */
final class FileKind {
    private static final int TAR_MARK_AT = 257;

    static final Phrase ZIP = kind("zip");

    static final String SIGNATURES = """
        FFD8FF|jpeg
        89504E470D0A|png
        47494638|gif
        424D|bmp
        49492A00|tiff
        4D4D002A|tiff
        00000100|icon
        0000000C6A5020|jpeg-2000
        FF4FFF51|jpeg-2000
        25504446|pdf
        504B0304|zip
        504B0506|empty-zip
        1F8B|packed|GZIP
        377ABCAF271C|packed|7-Zip
        526172211A07|packed|RAR
        4D534346|packed|CAB
        425A68|packed|bzip2
        FD377A585A00|packed|xz
        4D5A|windows-program
        7F454C46|linux-program
        CFFAEDFE|macos-program
        CAFEBABE|program
        D0CF11E0A1B1|office
        7B5C727466|text-document
        52494646|video-or-sound
        000001BA|video
        49443303|sound
        5349545F|archive
        53514C69746520|database
        """;

    private FileKind() {}

    /** For a coordinator, with an article: "a JPEG picture". */
    static Phrase describe(byte[] head, long length) {
        if (head.length == 0) {
            return kind("empty");
        }
        for (String line : SIGNATURES.strip().split("\n", -1)) {
            String[] field = line.split("\\|", -1);
            if (startsWith(head, field[0])) {
                return field.length > 2 ? packed(field[2]) : kind(field[1]);
            }
        }
        if (isTar(head)) {
            return packed("TAR");
        }
        if (isText(head)) {
            String start =
                    new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
            if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
                return kind("web-page");
            }
            return kind(start.startsWith("<?xml") ? "xml" : "text");
        }
        if (head.length > 8 && new String(head, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")) {
            return kind("video");
        }
        return kind(length == 0 ? "empty" : "no-dicom");
    }

    private static Phrase kind(String name) {
        return Phrase.of("left-out." + name);
    }

    /** An archive that is not opened here, by the name of its format. */
    private static Phrase packed(String format) {
        return Phrase.of("left-out.packed", format);
    }

    private static boolean isTar(byte[] head) {
        return head.length >= TAR_MARK_AT + 5
                && new String(head, TAR_MARK_AT, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    private static boolean startsWith(byte[] head, String hex) {
        if (head.length * 2 < hex.length()) {
            return false;
        }
        for (int i = 0; i < hex.length() / 2; i++) {
            if ((head[i] & 0xFF) != Integer.parseInt(hex, 2 * i, 2 * i + 2, 16)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] head) {
        for (byte one : head) {
            if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
                return false;
            }
        }
        return true;
    }
}

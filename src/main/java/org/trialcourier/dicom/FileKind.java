// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says what a file is that is no DICOM, by its first bytes. */
final class FileKind {
    static final String ZIP = "a ZIP archive";

    private static final String SIGNATURES = """
            FFD8FF|a JPEG picture
            89504E470D0A|a PNG picture
            47494638|a GIF picture
            424D|a BMP picture
            49492A00|a TIFF picture
            4D4D002A|a TIFF picture
            00000100|an icon
            0000000C6A5020|a JPEG 2000 picture
            FF4FFF51|a JPEG 2000 picture
            25504446|a PDF document
            504B0304|a ZIP archive
            504B0506|an empty ZIP archive
            1F8B|a GZIP archive
            377ABCAF271C|a 7-Zip archive
            526172211A07|a RAR archive
            4D534346|a CAB archive
            4D5A|a Windows program
            7F454C46|a Linux program
            CFFAEDFE|a macOS program
            CAFEBABE|a program
            D0CF11E0A1B1|an Office document
            7B5C727466|a text document
            52494646|a video or sound
            000001BA|a video
            49443303|a sound
            5349545F|an archive
            53514C69746520|a database
            """;

    private FileKind() {}

    /** In a coordinator's words, with an article: {@code "a JPEG picture"}. */
    static String describe(byte[] head, long length) {
        if (head.length == 0) {
            return "an empty file";
        }
        for (String line : SIGNATURES.strip().split("\n", -1)) {
            String[] field = line.split("\\|", -1);
            if (startsWith(head, field[0])) {
                return field[1];
            }
        }
        if (isText(head)) {
            String start =
                    new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
            if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
                return "a web page";
            }
            return start.startsWith("<?xml") ? "an XML document" : "a text file";
        }
        if (head.length > 8 && new String(head, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")) {
            return "a video";
        }
        return length == 0 ? "an empty file" : "no DICOM file";
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

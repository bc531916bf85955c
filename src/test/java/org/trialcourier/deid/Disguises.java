// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ways in which a fictional person's values are written, spelt, encoded and packed by an adversary. */
final class Disguises {
    static final String NAME = "Ödenwäldt-Roebler^Marielle Ann^^Dr.";
    static final String ID = "00482-913/7";
    static final String BIRTH = "19580709";
    static final String ACCESSION = "AX90177";
    static final String PHONE = "+49 (0)761 555 01-29";
    static final String ADDRESS = "Traumweg 5a, 79999 Nirgendheim";
    static final String PHYSICIAN = "Vanterpool^Hesper^J";
    static final String INSTITUTION = "Klinik Silberfels";

    private Disguises() {}

    /** Plain text: what is written, by the name of the disguise. Whatever it says must be gone. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        names(texts);
        ids(texts);
        dates(texts);
        places(texts);
        encodings(texts);
        return texts;
    }

    private static void names(Map<String, String> texts) {
        texts.put("as PN", "Ödenwäldt-Roebler^Marielle");
        texts.put("first name first", "Marielle Ödenwäldt-Roebler");
        texts.put("name, comma, initial", "Oedenwaeldt-Roebler, M.");
        texts.put("initial before", "M.Odenwaldt");
        texts.put("capitals", "ÖDENWÄLDT");
        texts.put("without accents", "odenwaldt");
        texts.put("umlauts spelt out", "Oedenwaeldt");
        texts.put("one umlaut spelt out", "Odenwaeldt");
        texts.put("second half of a double name", "roebler");
        texts.put("double name in one word", "odenwaldtroebler");
        texts.put("letters with dots", "O.d.e.n.w.a.l.d.t");
        texts.put("letters with blanks", "R O E B L E R");
        texts.put("backwards", "relbeor");
        texts.put("underscores", "ct_roebler_thorax");
        texts.put("digits beside", "roebler01");
        texts.put("camel case", "ScanOfMarielleRoebler");
        texts.put("soft hyphen inside", "Roe\u00ADbler");
        texts.put("zero width space inside", "Roeb\u200Bler");
        texts.put("wide letters", "Ｒｏｅｂｌｅｒ");
        texts.put("decomposed accents", "O\u0308denwa\u0308ldt");
        texts.put("HL7", "PID|1||00482-913/7^^^KIS||Oedenwaeldt^Marielle||19580709|F");
        texts.put("JSON", "{\"name\":\"Roebler\",\"id\":\"004829137\"}");
        texts.put("e-mail", "marielle.roebler@example.org");
    }

    private static void ids(Map<String, String> texts) {
        texts.put("id as it is", "00482-913/7");
        texts.put("id bare", "004829137");
        texts.put("id without zeros", "4829137");
        texts.put("id with blanks", "00 482 913 7");
        texts.put("id with dots", "00.482.913.7");
        texts.put("id with underscores", "00482_913_7");
        texts.put("id with a check letter", "4829137K");
        texts.put("id with a prefix", "KIS4829137");
        texts.put("accession", "AX90177");
        texts.put("accession with a blank", "ax 90177");
        texts.put("UID of the original", "1.2.276.0.9999.11.7");
        texts.put("telephone", "+49 (0)761 555 01-29");
        texts.put("telephone local", "0761/5550129");
        texts.put("telephone without plus", "0049 761 5550129");
    }

    private static void dates(Map<String, String> texts) {
        for (String date : new String[] {
            "19580709",
            "1958-07-09",
            "1958/07/09",
            "1958.07.09",
            "09.07.1958",
            "9.7.1958",
            "09/07/1958",
            "07/09/1958",
            "7/9/1958",
            "09-07-1958",
            "09.07.58",
            "9.7.58",
            "07/09/58",
            "7/9/58",
            "58-07-09",
            "580709",
            "090758",
            "09 Jul 1958",
            "9-JUL-1958",
            "09JUL58",
            "9-Jul-58",
            "July 9, 1958",
            "Jul 9 1958",
            "July 9th, 1958",
            "9th of July 1958",
            "9. Juli 1958",
            "9. Juli 58",
            "9 juillet 1958",
            "le 9 juil. 1958",
            "9 de julio de 1958",
            "9 luglio 1958",
            "09071958",
            "1958 07 09",
            "1958-7-9",
            "1958年7月9日",
            "1958-190"
        }) {
            texts.put("born " + date, date);
        }
        texts.put("ISO 8601 with time", "1958-07-09T00:00:00Z");
        texts.put("seconds since 1970", "-362361600");
    }

    private static void places(Map<String, String> texts) {
        texts.put("street", "Traumweg 5a");
        texts.put("street in capitals", "TRAUMWEG 5A");
        texts.put("town", "79999 Nirgendheim");
        texts.put("physician", "Dr. Vanterpool");
        texts.put("physician with initial", "H. Vanterpool");
        texts.put("physician lower case", "vanterpool");
        texts.put("hospital", "Klinik Silberfels");
        texts.put("hospital short", "SILBERFELS");
    }

    private static void encodings(Map<String, String> texts) {
        texts.put("base64", base64("Roebler, Marielle"));
        texts.put("base64 twice", base64(base64("Roebler, Marielle")));
        texts.put("base64 four times", base64(base64(base64(base64("Roebler, Marielle")))));
        texts.put("base64 of UTF-16", Base64.getEncoder().encodeToString(utf16("Roebler, Marielle")));
        texts.put("base64 of gzip of base64", Base64.getEncoder().encodeToString(gzip(bytes(base64("Roebler, M")))));
        texts.put("hexadecimal", HexFormat.of().formatHex(bytes("Roebler, Marielle")));
        texts.put("hexadecimal capitals", HexFormat.of().withUpperCase().formatHex(bytes("Roebler")));
        texts.put("hexadecimal with colons", HexFormat.ofDelimiter(":").formatHex(bytes("Roebler")));
        texts.put("hexadecimal with blanks", HexFormat.ofDelimiter(" ").formatHex(bytes("Roebler")));
        texts.put("percent", URLEncoder.encode("Ödenwäldt", StandardCharsets.UTF_8));
        texts.put("percent, each letter", percent("Roebler"));
        texts.put("percent twice", percent(percent("Roebler")));
        texts.put("quoted-printable", "=C3=96denw=C3=A4ldt");
        texts.put("quoted-printable, broken line", "Roeb=\r\nler");
        texts.put("entities", "&#82;&#111;&#101;&#98;&#108;&#101;&#114;");
        texts.put("entities in hexadecimal", "&#x52;&#x6F;ebler");
        texts.put("named entities", "&Ouml;denw&auml;ldt");
        texts.put("JSON escapes", "\\u0052oebl\\u0065r".replace("\\", "\\\\"));
        texts.put(
                "base64 in XML", "<text mediaType=\"x\" representation=\"B64\">" + base64("pat Roebler M") + "</text>");
    }

    /** Bytes for binary values. */
    static Map<String, byte[]> binaries() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        String name = "Ödenwäldt";
        for (String charset : new String[] {
            "ISO-8859-1", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "IBM850", "x-MacRoman"
        }) {
            all.put("name in " + charset, around(name.getBytes(Charset.forName(charset))));
        }
        all.put("short word", around(bytes("Ann Roebler")));
        all.put("gzip", around(gzip(bytes("id 00482-913/7"))));
        all.put("zlib", around(zlib(bytes("born 1958-07-09"), false)));
        all.put("bare deflate", zlib(bytes("patient Roebler, Marielle, born 1958-07-09, Traumweg 5a"), true));
        all.put("gzip of zlib of gzip", around(gzip(zlib(gzip(bytes("Roebler")), false))));
        all.put("gzip of UTF-16", around(gzip(utf16("Roebler"))));
        all.put("ZIP in ZIP", around(zip("a.zip", zip("b.txt", bytes("Roebler")))));
        all.put("XML with entities in gzip", around(gzip(bytes("<n>&#82;&#111;&#101;&#98;&#108;&#101;&#114;</n>"))));
        all.put("Zstandard", HexFormat.of().parseHex("28b52ffd0458390000526f65626c6572d5a1b2c3"));
        all.put("xz", HexFormat.of().parseHex("fd377a585a000004e6d6b4460200210116000000"));
        all.put("bzip2", HexFormat.of().parseHex("425a68393141592653594a3b6f7b0000021380400020"));
        all.put("7z", HexFormat.of().parseHex("377abcaf271c000400000000000000000000000000"));
        all.put("PDF", Traps.pdf("Marielle Roebler"));
        all.put("two bytes a letter, odd start", around(utf16("Roebler")));
        all.put("born", around(bytes("09.07.58")));
        all.put("id", around(bytes("4829137")));
        all.put("UID", around(bytes("1.2.276.0.9999.11.7")));
        return all;
    }

    private static byte[] around(byte[] value) {
        return Traps.join(new byte[] {1, 2, 3, (byte) 0xFE, 0, 7, 9}, Traps.join(value, new byte[] {0, 0, 5}));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    private static String percent(String text) {
        return '%' + HexFormat.ofDelimiter("%").withUpperCase().formatHex(bytes(text));
    }

    private static byte[] gzip(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return written(out, () -> new GZIPOutputStream(out), data);
    }

    private static byte[] zlib(byte[] data, boolean bare) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return written(out, () -> new DeflaterOutputStream(out, new Deflater(9, bare)), data);
    }

    private static byte[] zip(String entry, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return written(
                out,
                () -> {
                    ZipOutputStream zip = new ZipOutputStream(out);
                    zip.putNextEntry(new ZipEntry(entry));
                    return zip;
                },
                data);
    }

    private interface Opening {
        OutputStream open() throws IOException;
    }

    private static byte[] written(ByteArrayOutputStream out, Opening opening, byte[] data) {
        try (OutputStream packed = opening.open()) {
            packed.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomCharset;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/** Places where the values of a fictional patient may hide in a file. */
final class Traps {
    static final String FAMILY = "Quxwright";
    static final String GIVEN = "Zsofika";
    static final String ID = "KH-7731904";
    static final String BIRTH = "19610304";
    static final String PHYSICIAN = "Vorbrodtsky";
    static final String CREATOR = "SIEMENS CSA HEADER";

    private Traps() {}

    /** Each trap by its name: what is done to an ordinary image. */
    static Map<String, Consumer<DataSet>> all() {
        Map<String, Consumer<DataSet>> traps = new LinkedHashMap<>();
        traps.put("series description", data -> data.putText(Tag.SERIES_DESCRIPTION, "thin lung " + FAMILY));
        traps.put("lower case", data -> data.putText(Tag.STUDY_DESCRIPTION, "ct " + FAMILY.toLowerCase()));
        traps.put("name as PN", data -> data.putText(Tag.STUDY_DESCRIPTION, "CT " + FAMILY + '^' + GIVEN));
        traps.put("name joined", data -> data.putText(Tag.PROTOCOL_NAME, "x" + FAMILY + GIVEN + "1"));
        traps.put("id with blanks", data -> data.putText(Tag.STUDY_DESCRIPTION, "CT of KH 7731904"));
        traps.put("id without dash", data -> data.putText(Tag.SERIES_DESCRIPTION, "thin KH7731904"));
        traps.put("birth date ISO", data -> data.putText(Tag.IMAGE_COMMENTS, "born 1961-03-04"));
        traps.put("birth date with dots", data -> data.putText(Tag.IMAGE_COMMENTS, "geb. 04.03.1961"));
        traps.put("birth date American", data -> data.putText(Tag.IMAGE_COMMENTS, "DOB 03/04/1961"));
        traps.put("birth date in words", data -> data.putText(Tag.IMAGE_COMMENTS, "born 4 March 1961"));
        traps.put("birth date in DA", data -> data.putText(Tag.CONTENT_DATE, BIRTH));
        traps.put("physician in a description", data -> data.putText(Tag.STUDY_DESCRIPTION, "for Dr " + PHYSICIAN));
        traps.put("telephone elsewhere", data -> data.putText(0x00321060, "call +41 44 555-77.31"));
        traps.put("address", data -> data.putText(Tag.IMAGE_COMMENTS, "Fictional Lane 17b, Nowhere"));
        traps.put("institution", data -> data.putText(Tag.SERIES_DESCRIPTION, "Imaginary Spital Nord lung"));
        traps.put("code string", data -> data.putText(Tag.BODY_PART_EXAMINED, FAMILY.toUpperCase()));
        traps.put("patient name in a decimal", data -> data.putBytes(Tag.SLICE_THICKNESS, Vr.DS, even(FAMILY)));
        traps.put("id as a number", data -> data.putText(Tag.SERIES_NUMBER, "7731904"));
        traps.put("UID with the id", data -> data.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.7731904.19610304.1"));
        traps.put("UID in a text", data -> data.putText(Tag.IMAGE_COMMENTS, "see 1.2.276.0.9999.1.7"));
        traps.put("UID in private sequence", data -> deep(data, item -> item.putText(Tag.STUDY_ID, ID)));
        traps.put("private text", data -> own(data, 0x00291020, Vr.LO, even(FAMILY)));
        traps.put("private without creator", data -> data.putBytes(0x00351001, Vr.LO, even(FAMILY)));
        traps.put(
                "CSA text kept by a rule",
                data -> own(data, 0x00291010, Vr.OB, ascii("SV10..tPatientName = " + FAMILY)));
        traps.put("CSA in UTF-16", data -> own(data, 0x00291010, Vr.OB, FAMILY.getBytes(StandardCharsets.UTF_16LE)));
        traps.put(
                "CSA in UTF-16 big", data -> own(data, 0x00291010, Vr.OB, FAMILY.getBytes(StandardCharsets.UTF_16BE)));
        traps.put("CSA as UN", data -> own(data, 0x00291010, Vr.UN, ascii("\1\2\3" + FAMILY + "\0\0")));
        traps.put("CSA gzip", data -> own(data, 0x00291010, Vr.OB, gzip(ascii("name: " + FAMILY))));
        traps.put("CSA zlib", data -> own(data, 0x00291010, Vr.OB, zlib(ascii("name: " + FAMILY))));
        traps.put("CSA zlib behind a header", data -> own(data, 0x00291010, Vr.OB, join(new byte[9], zlib(ascii(ID)))));
        traps.put("CSA base64", data -> own(data, 0x00291010, Vr.OB, base64(ascii("name: " + FAMILY))));
        traps.put("CSA base64 of gzip", data -> own(data, 0x00291010, Vr.OB, base64(gzip(ascii(FAMILY)))));
        traps.put("CSA hexadecimal", data -> own(data, 0x00291010, Vr.OB, hex(ascii("name: " + FAMILY))));
        traps.put("CSA ZIP", data -> own(data, 0x00291010, Vr.OB, zip("note.txt", ascii(FAMILY))));
        traps.put("CSA ZIP entry name", data -> own(data, 0x00291010, Vr.OB, zip(FAMILY + ".txt", ascii("nothing"))));
        traps.put("CSA PDF", data -> own(data, 0x00291010, Vr.OB, pdf(GIVEN + ' ' + FAMILY)));
        traps.put(
                "base64 in a description",
                data -> data.putText(Tag.IMAGE_COMMENTS, text(base64(ascii("pat " + FAMILY)))));
        traps.put("overlay group", data -> {
            data.putText(0x60000022, Vr.LO, FAMILY);
            data.putBytes(0x60003000, Vr.OW, ascii(FAMILY + "x"));
        });
        traps.put("curve", data -> data.putBytes(0x50003000, Vr.OW, ascii(FAMILY + "x")));
        traps.put("ICC profile", data -> data.putBytes(0x00282000, Vr.OB, ascii("desc " + FAMILY + " cprt")));
        traps.put("unknown standard tag", data -> data.putBytes(0x00091234 - 0x10000, Vr.LO, even(FAMILY)));
        traps.put("group length with text", data -> data.putBytes(0x00080000, Vr.LO, even(FAMILY)));
        traps.put("trailing padding", data -> data.putBytes(0xFFFCFFFC, Vr.OB, ascii(FAMILY + "x")));
        traps.put(
                "surplus pixel bytes",
                data -> data.putBytes(Tag.PIXEL_DATA, Vr.OW, join(new byte[128], ascii(FAMILY + "x"))));
        traps.put("icon image", data -> data.putItems(0x00880200, List.of(text(Tag.IMAGE_COMMENTS, FAMILY))));
        traps.put("icon image elsewhere", data -> data.putItems(0x00280A99, List.of(text(Tag.IMAGE_COMMENTS, FAMILY))));
        traps.put(
                "LUT data", data -> data.putItems(0x00283010, List.of(bytes(0x00283006, ascii("xx" + FAMILY + "x")))));
        traps.put("waveform", data -> data.putItems(0x54000100, List.of(bytes(0x54001010, ascii(FAMILY + " pacing")))));
        traps.put("GB18030 name", data -> chinese(data, Charset.forName("GB18030"), "GB18030"));
        traps.put("UTF-8 name", data -> chinese(data, StandardCharsets.UTF_8, "ISO_IR 192"));
        traps.put("UTF-8 not declared", data -> chinese(data, StandardCharsets.UTF_8, ""));
        traps.put("umlaut spelt out", data -> {
            data.charset(DicomCharset.of(List.of("ISO_IR 100")));
            data.putText(Tag.PATIENT_NAME, "Grünspaßmeyer^Otto");
            data.putText(Tag.STUDY_DESCRIPTION, "CT GRUENSPASSMEYER");
        });
        traps.put("deep in request attributes", data -> {
            DataSet inner = text(0x00400007, "CT for " + FAMILY);
            data.putItems(0x00400275, List.of(inner));
        });
        traps.put("content item", data -> {
            DataSet item = text(0x0040A160, "Seen by " + PHYSICIAN + ", patient " + FAMILY);
            item.putText(0x0040A040, "TEXT");
            data.putItems(0x0040A730, List.of(item));
        });
        traps.put(
                "person in a content item",
                data -> data.putItems(
                        0x0040A730, List.of(text(0x0040A123, FAMILY + '^' + GIVEN), text(0x0040A123, PHYSICIAN))));
        traps.put(
                "code meaning",
                data -> data.putItems(0x00082218, List.of(text(Tag.CODE_MEANING, "Thorax of " + FAMILY))));
        traps.put("other ids", data -> data.putItems(0x00101002, List.of(text(Tag.PATIENT_ID, ID))));
        traps.put("original attributes", data -> data.putItems(0x04000561, List.of(text(Tag.PATIENT_NAME, FAMILY))));
        traps.put("encrypted attributes", data -> data.putItems(0x04000500, List.of(bytes(0x04000520, ascii(FAMILY)))));
        traps.put("retrieve URL", data -> data.putText(0x00081190, "http://pacs.example/" + FAMILY));
        traps.put("AE title", data -> data.putText(0x00080055, FAMILY.toUpperCase()));
        traps.put("multi-valued", data -> data.putText(0x00081010, "CT01", FAMILY));
        traps.put("manufacturer", data -> data.putText(Tag.MANUFACTURER, "Imaging " + GIVEN));
        traps.put("wrong VR", data -> data.putBytes(Tag.ECHO_TIME, Vr.OB, ascii(FAMILY + "x")));
        return traps;
    }

    private static void own(DataSet data, int tag, Vr vr, byte[] value) {
        data.putText(0x00290010, Vr.LO, CREATOR);
        data.putBytes(tag, vr, value.length % 2 == 0 ? value : Arrays.copyOf(value, value.length + 1));
    }

    private static void deep(DataSet data, Consumer<DataSet> change) {
        DataSet item = new DataSet();
        change.accept(item);
        data.putText(0x00290010, Vr.LO, CREATOR);
        data.put(new Element(0x00291010, Vr.SQ, new Value.Items(List.of(item))));
    }

    private static void chinese(DataSet data, Charset charset, String declared) {
        if (!declared.isEmpty()) {
            data.putText(Tag.SPECIFIC_CHARACTER_SET, declared);
        }
        data.putBytes(Tag.PATIENT_NAME, Vr.PN, evenBytes("Qux^Zso=钱小芳".getBytes(charset)));
        data.putBytes(Tag.STUDY_DESCRIPTION, Vr.LO, evenBytes("CT 钱小芳".getBytes(charset)));
    }

    private static DataSet text(int tag, String value) {
        DataSet item = new DataSet();
        item.putText(tag, value);
        return item;
    }

    private static DataSet bytes(int tag, byte[] value) {
        DataSet item = new DataSet();
        item.putBytes(tag, Vr.OW, evenBytes(value));
        return item;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }

    private static byte[] even(String text) {
        return evenBytes(ascii(text));
    }

    private static byte[] evenBytes(byte[] data) {
        return data.length % 2 == 0 ? data : join(data, new byte[] {' '});
    }

    static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] base64(byte[] data) {
        return Base64.getEncoder().encode(data);
    }

    private static byte[] hex(byte[] data) {
        return ascii(java.util.HexFormat.of().formatHex(data));
    }

    private interface Packing {
        OutputStream into(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packing packing, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = packing.into(out)) {
            packed.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] data) {
        return packed(GZIPOutputStream::new, data);
    }

    private static byte[] zlib(byte[] data) {
        return packed(DeflaterOutputStream::new, data);
    }

    private static byte[] zip(String name, byte[] data) {
        return packed(
                out -> {
                    ZipOutputStream zip = new ZipOutputStream(out);
                    zip.putNextEntry(new ZipEntry(name));
                    return zip;
                },
                data);
    }

    static byte[] pdf(String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(words);
                content.endText();
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

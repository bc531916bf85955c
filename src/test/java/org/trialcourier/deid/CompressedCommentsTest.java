// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/** Names in what surrounds a compressed picture go, and the picture stays as it is. */
class CompressedCommentsTest {
    private static final String WHO = "Quxwright Pelham 1961-03-07";
    private static final int COMMENT = 0xFE;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int PHOTOSHOP = 0xED;
    private static final int ADOBE = 0xEE;
    private static final int PLAIN = 0xE5;

    @TempDir
    Path folder;

    @Test
    void commentsExifAndProfilesAreTakenOutAndThePictureStays() throws Exception {
        byte[] picture = jpeg(7);
        byte[] planted = picture;
        planted = with(planted, COMMENT, "by " + WHO);
        planted = with(planted, EXIF, "Exif\0\0II*\0 Artist " + WHO);
        planted = with(planted, PROFILE, "ICC_PROFILE\0\1\1 copyright " + WHO);
        planted = with(planted, PHOTOSHOP, "Photoshop 3.0\0" + WHO);
        planted = with(planted, PLAIN, WHO);
        DicomFile clean = sent(image(1, planted));
        byte[] made = frame(clean, 1);
        assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("Quxwright", "Pelham", "1961", "Exif");
        assertThat(made.length % 2).isZero();
        assertThat(scan(made)).isEqualTo(scan(picture));
        assertThat(pixels(made)).isEqualTo(pixels(picture));
    }

    @Test
    void aPictureWithoutCommentsIsTheSameBytes() throws Exception {
        byte[] picture = even(jpeg(8));
        assertThat(frame(sent(image(1, picture)), 1)).isEqualTo(picture);
    }

    @Test
    void whatTellsHowColoursAreCodedStays() throws Exception {
        byte[] adobe = HexFormat.of().parseHex("41646f6265006400000000" + "01");
        byte[] planted = with(with(jpeg(9), ADOBE, new String(adobe, StandardCharsets.ISO_8859_1)), COMMENT, WHO);
        byte[] made = frame(sent(image(1, planted)), 1);
        assertThat(new String(made, StandardCharsets.ISO_8859_1))
                .contains(new String(adobe, StandardCharsets.ISO_8859_1))
                .contains("JFIF")
                .doesNotContain("Quxwright");
    }

    @Test
    void theTableOfOffsetsFollows() throws Exception {
        byte[] first = even(with(jpeg(10), COMMENT, WHO));
        byte[] second = even(with(jpeg(11), EXIF, WHO));
        DicomFile original = image(2, first, second);
        byte[] table = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(8 + first.length)
                .array();
        Value.Fragments frames = (Value.Fragments) pixelData(original).value();
        List<Value> parts = new ArrayList<>(frames.parts());
        parts.set(0, new Value.Bytes(table));
        original.data().put(new Element(Tag.PIXEL_DATA, Vr.OB, new Value.Fragments(parts)));
        DicomFile clean = sent(original);
        int moved =
                ByteBuffer.wrap(frame(clean, 0)).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        assertThat(moved).isEqualTo(8 + frame(clean, 1).length).isLessThan(8 + first.length);
    }

    @Test
    void anExtendedTableOfOffsetsGoesWhereItWouldBeWrong() throws Exception {
        DicomFile original = image(1, even(with(jpeg(12), COMMENT, WHO)));
        original.data().putBytes(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, new byte[8]);
        original.data().putBytes(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, new byte[8]);
        DicomFile plain = image(1, even(jpeg(12)));
        plain.data().putBytes(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, new byte[8]);
        assertThat(sent(original).data().contains(Tag.EXTENDED_OFFSET_TABLE)).isFalse();
        assertThat(sent(original).data().contains(Tag.EXTENDED_OFFSET_TABLE_LENGTHS))
                .isFalse();
        assertThat(sent(plain).data().contains(Tag.EXTENDED_OFFSET_TABLE)).isTrue();
    }

    @Test
    void commentsOfJpeg2000AreTakenOut() throws Exception {
        byte[] size = segment(0x51, "\0".repeat(39));
        byte[] tile = HexFormat.of().parseHex("ff90000a0000000000000001" + "ff93" + "0102030405" + "ffd9");
        byte[] start = {(byte) 0xFF, 0x4F};
        for (String comment : List.of("by " + WHO, "by the " + WHO + ".")) {
            byte[] planted = Traps.join(start, Traps.join(size, Traps.join(segment(0x64, "\0\1" + comment), tile)));
            byte[] made = frame(sent(image("1.2.840.10008.1.2.4.90", 1, planted)), 1);
            assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("Quxwright");
            assertThat(made).startsWith(Traps.join(start, size)).containsSequence(tile);
            assertThat(made.length % 2).isZero();
        }
    }

    @Test
    void whatStandsBetweenScansAndBehindTheEndIsBlanked() throws Exception {
        byte[] picture = jpeg(13);
        int end = picture.length - 2;
        byte[] late = Arrays.copyOfRange(picture, end, picture.length);
        byte[] planted = Arrays.copyOf(picture, end);
        planted = Traps.join(planted, segment(COMMENT, WHO));
        planted = Traps.join(planted, segment(EXIF, "Exif\0\0" + WHO));
        planted = Traps.join(planted, Traps.join(late, Traps.ascii("\0\377by " + WHO)));
        byte[] second = jpeg(14);
        DicomFile clean = sent(image(2, planted, Traps.join(second, Traps.ascii(WHO))));
        assertThat(text(frame(clean, 1))).doesNotContain("Quxwright", "Pelham", "1961", "Exif");
        assertThat(text(frame(clean, 2))).doesNotContain("Quxwright", "Pelham", "1961");
        assertThat(frame(clean, 1)).startsWith(Arrays.copyOf(picture, end)).hasSize(even(planted).length);
        assertThat(pixels(frame(clean, 1))).isEqualTo(pixels(picture));
        assertThat(pixels(frame(clean, 2))).isEqualTo(pixels(second));
    }

    @Test
    void whatStandsInAFragmentOfItsOwnBehindThePictureIsBlanked() throws Exception {
        byte[] picture = jpeg(15);
        byte[] start = Arrays.copyOf(picture, picture.length / 2 / 2 * 2);
        byte[] rest = Arrays.copyOfRange(picture, start.length, picture.length);
        DicomFile clean = sent(image(1, start, rest, Traps.ascii("by " + WHO)));
        assertThat(frame(clean, 1)).isEqualTo(start);
        assertThat(frame(clean, 2)).startsWith(rest);
        assertThat(frame(clean, 3)).containsOnly(0);
    }

    @Test
    void commentsInTheTilesOfJpeg2000AreBlankedAndDataThatLooksLikeThemStays() throws Exception {
        byte[] start = Traps.join(new byte[] {(byte) 0xFF, 0x4F}, segment(0x51, "\0".repeat(38)));
        byte[] tile = HexFormat.of().parseHex("ff90000a0000000000000001");
        byte[] data = HexFormat.of().parseHex("ff93" + "01ff64000a414243ff8f020304");
        byte[] end = HexFormat.of().parseHex("ffd9");
        byte[] planted = Traps.join(start, Traps.join(tile, segment(0x64, "\0\1by " + WHO)));
        planted = Traps.join(planted, Traps.join(data, Traps.join(end, Traps.ascii(WHO))));
        byte[] made = frame(sent(image("1.2.840.10008.1.2.4.90", 1, planted)), 1);
        assertThat(text(made)).doesNotContain("Quxwright", "Pelham");
        assertThat(made).startsWith(Traps.join(start, tile)).containsSequence(Traps.join(data, end));
        assertThat(made).hasSize(even(planted).length);
    }

    private static String text(byte[] made) {
        return new String(made, StandardCharsets.ISO_8859_1);
    }

    /** What is de-identified as in a submission: written and read again from a file, and swept. */
    private DicomFile sent(DicomFile image) throws Exception {
        Path source = folder.resolve("source.dcm");
        image.write(source);
        DicomFile original = DicomFile.read(source);
        PatientValues values = PatientValues.collect(List.of(original));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(Requests.with()).apply(original, values);
        assertThat(new ResidueSweep(Requests.with()).sweep(clean.file(), values))
                .isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        clean.file().write(out);
        Files.delete(source);
        return DicomFile.read(out.toByteArray());
    }

    private static DicomFile image(int frames, byte[]... pictures) {
        return image("1.2.840.10008.1.2.4.50", frames, pictures);
    }

    private static DicomFile image(String syntax, int frames, byte[]... pictures) {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.1.8");
        data.putText(Tag.PATIENT_NAME, "Quxwright^Pelham");
        data.putText(Tag.PATIENT_BIRTH_DATE, "19610307");
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        data.putText(Tag.NUMBER_OF_FRAMES, String.valueOf(frames));
        data.putInts(Tag.ROWS, Vr.US, 16);
        data.putInts(Tag.COLUMNS, Vr.US, 24);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, 8);
        List<Value> parts = new ArrayList<>(List.of(new Value.Bytes(new byte[0])));
        for (byte[] picture : pictures) {
            parts.add(new Value.Bytes(even(picture)));
        }
        data.put(new Element(Tag.PIXEL_DATA, Vr.OB, new Value.Fragments(parts)));
        return DicomFile.of(data, TransferSyntax.of(syntax).orElseThrow());
    }

    private static byte[] jpeg(int seed) throws IOException {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 24 * 16; i++) {
            image.getRaster().setSample(i % 24, i / 24, 0, i * seed % 251);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** A segment put behind the one that the encoder began with. */
    private static byte[] with(byte[] jpeg, int marker, String content) {
        int first = 4 + ((jpeg[4] & 0xFF) << 8 | (jpeg[5] & 0xFF));
        return Traps.join(
                Arrays.copyOf(jpeg, first),
                Traps.join(segment(marker, content), Arrays.copyOfRange(jpeg, first, jpeg.length)));
    }

    private static byte[] segment(int marker, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        int length = bytes.length + 2;
        return Traps.join(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, bytes);
    }

    private static byte[] even(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
    }

    private static String scan(byte[] jpeg) {
        String hex = HexFormat.of().formatHex(jpeg);
        return hex.substring(hex.indexOf("ffda"), hex.lastIndexOf("ffd9"));
    }

    private static int[] pixels(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg)).getRaster().getPixels(0, 0, 24, 16, (int[]) null);
    }

    private static byte[] frame(DicomFile file, int part) throws IOException {
        Value.Fragments fragments = (Value.Fragments) pixelData(file).value();
        return Element.bytes(fragments.parts().get(part), 1 << 20);
    }

    private static Element pixelData(DicomFile file) {
        Element pixels = file.data().get(Tag.PIXEL_DATA);
        assertThat(pixels).isNotNull();
        return java.util.Objects.requireNonNull(pixels);
    }
}

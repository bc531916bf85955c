// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DicomFileTest {
    @TempDir
    private Path folder;

    static Stream<TransferSyntax> encodings() {
        return Stream.of(
                TransferSyntax.IMPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_BIG,
                TransferSyntax.DEFLATED);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsWhatItWroteInEveryEncoding(TransferSyntax syntax) throws Exception {
        byte[] written = Made.file(3, syntax);
        DicomFile file = DicomFile.read(written);
        assertThat(file.transferSyntax()).isEqualTo(syntax);
        assertThat(file.oddities()).isEmpty();
        DataSet data = file.data();
        assertThat(data.text(Tag.PATIENT_NAME)).isEqualTo("Specimen^Fictional");
        assertThat(data.text(Tag.SERIES_DESCRIPTION)).isEqualTo("Lunge dünn");
        assertThat(data.integer(Tag.ROWS)).hasValue(8);
        assertThat(data.integer(Tag.PIXEL_PADDING_VALUE)).hasValue(-2000);
        assertThat(pixels(data)).isEqualTo(pixels(Made.image(3)));
        List<DataSet> items = data.items(Tag.REFERENCED_IMAGE_SEQUENCE);
        assertThat(items).hasSize(2);
        assertThat(items.getFirst()
                        .items(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                        .getFirst()
                        .text(Tag.CODE_MEANING))
                .isEqualTo("Größe");
        assertThat(file.meta().text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).isEqualTo("2.25.10003");
        assertThat(Made.bytes(file)).isEqualTo(written);
        assertThat(Made.unchanged(file)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void largeValuesStayInTheFile(TransferSyntax syntax) throws Exception {
        DataSet data = Made.image(4);
        byte[] pixels = new byte[300_000];
        new Random(4).nextBytes(pixels);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        Path path = folder.resolve("large.dcm");
        DicomFile.of(data, syntax).write(path);

        DicomFile file = DicomFile.read(path);
        assertThat(element(file.data()).value()).isInstanceOf(Value.InFile.class);
        assertThat(pixels(file.data())).isEqualTo(pixels);
        assertThat(Made.bytes(file)).isEqualTo(Files.readAllBytes(path));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void turnsOneEncodingIntoAnother(TransferSyntax syntax) throws Exception {
        DataSet data = Made.image(5);
        byte[] pixels = new byte[200_000];
        new Random(5).nextBytes(pixels);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        Path path = folder.resolve("from.dcm");
        DicomFile.of(data, syntax).write(path);
        DicomFile read = DicomFile.read(path);
        for (TransferSyntax other : encodings().toList()) {
            DicomFile turned = DicomFile.read(Made.bytes(DicomFile.of(read.data(), other)));
            assertThat(pixels(turned.data())).isEqualTo(pixels);
            assertThat(turned.data().integer(Tag.ROWS)).hasValue(8);
        }
    }

    @Test
    void readsFilesWithoutPreambleAndWithoutMetaInformation() throws Exception {
        byte[] whole = Made.file(6, TransferSyntax.EXPLICIT_LITTLE);
        byte[] noPreamble = Arrays.copyOfRange(whole, 132, whole.length);
        byte[] onlyMark = Arrays.copyOfRange(whole, 128, whole.length);
        for (byte[] bytes : List.of(noPreamble, onlyMark)) {
            DicomFile file = DicomFile.read(bytes);
            assertThat(file.oddities()).containsExactly("no preamble");
            assertThat(file.data().text(Tag.PATIENT_ID)).isEqualTo("TESTPATIENT1");
            assertThat(Made.unchanged(file)).isEqualTo(bytes);
        }
        for (TransferSyntax syntax :
                List.of(TransferSyntax.IMPLICIT_LITTLE, TransferSyntax.EXPLICIT_LITTLE, TransferSyntax.EXPLICIT_BIG)) {
            byte[] all = Made.file(6, syntax);
            DataSet meta = DicomFile.read(all).meta();
            int start = 132
                    + 12
                    + meta.integer(Tag.FILE_META_INFORMATION_GROUP_LENGTH).orElseThrow();
            byte[] bare = Arrays.copyOfRange(all, start, all.length);
            DicomFile file = DicomFile.read(bare);
            assertThat(file.transferSyntax()).isEqualTo(syntax);
            assertThat(file.data().text(Tag.PATIENT_ID)).isEqualTo("TESTPATIENT1");
            assertThat(Made.unchanged(file)).isEqualTo(bare);
        }
    }

    @Test
    void noticesWhatThePreambleAndTheEndHideAndDoesNotPassItOn() throws Exception {
        byte[] odd = Arrays.copyOf(Made.file(7, TransferSyntax.EXPLICIT_LITTLE), 5000);
        odd[0] = 'X';
        DicomFile file = DicomFile.read(odd);
        assertThat(file.oddities()).containsExactlyInAnyOrder("content in the preamble", "bytes after its end");
        assertThat(file.preamble()[0]).isEqualTo((byte) 'X');
        assertThat(Made.unchanged(file)).isEqualTo(odd);
        assertThat(Made.bytes(file)).isEqualTo(Made.file(7, TransferSyntax.EXPLICIT_LITTLE));
    }

    @Test
    void encapsulatedPixelDataKeepsItsFragments() throws Exception {
        DataSet data = Made.image(8);
        byte[] large = new byte[70_000];
        new Random(8).nextBytes(large);
        List<Value> parts =
                List.of(new Value.Bytes(new byte[0]), new Value.Bytes(large), new Value.Bytes(new byte[] {1, 2, 3}));
        data.put(new Element(Tag.PIXEL_DATA, Vr.OB, new Value.Fragments(parts)));
        TransferSyntax rle = TransferSyntax.of("1.2.840.10008.1.2.5").orElseThrow();
        Path path = folder.resolve("rle.dcm");
        DicomFile.of(data, rle).write(path);
        DicomFile file = DicomFile.read(path);
        assertThat(file.oddities()).isEmpty();
        Value.Fragments read = (Value.Fragments) element(file.data()).value();
        assertThat(read.parts()).hasSize(3);
        assertThat(Element.bytes(read.parts().get(1), 1 << 20)).isEqualTo(large);
        assertThat(Element.bytes(read.parts().get(2), 10)).containsExactly(1, 2, 3, 0);
        assertThat(Made.bytes(file)).isEqualTo(Files.readAllBytes(path));
    }

    @Test
    void aHeaderAloneCanBeRead() throws Exception {
        byte[] whole = Made.file(9, TransferSyntax.EXPLICIT_LITTLE);
        byte[] cut = Arrays.copyOf(whole, whole.length - 100);
        DicomFile file = DicomFile.read(Blob.of(cut), ReadOptions.HEADER);
        assertThat(file.data().contains(Tag.PIXEL_DATA)).isFalse();
        assertThat(file.data().integer(Tag.ROWS)).hasValue(8);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void privateValuesArePassedOverWhereOnlyTheStandardOnesAreWanted(TransferSyntax syntax) throws Exception {
        DataSet image = Made.image(5);
        image.putText(0x00190010, Vr.LO, "FICTIONAL OWNER");
        image.putText(0x00191001, Vr.LO, "a value of the maker");
        DataSet item = new DataSet();
        item.putText(0x00291001, Vr.LO, "within a sequence");
        item.putText(Tag.CODE_MEANING, Vr.LO, "kept");
        image.putItems(Tag.CONCEPT_NAME_CODE_SEQUENCE, List.of(item));
        byte[] whole = Made.bytes(DicomFile.of(image, syntax));
        DataSet data =
                DicomFile.read(Blob.of(whole), ReadOptions.WHOLE.standardOnly()).data();
        DataSet all = DicomFile.read(whole).data();
        assertThat(all.contains(0x00191001)).isTrue();
        for (Element element : all) {
            assertThat(data.contains(element.tag())).isEqualTo(!Tag.isPrivate(element.tag()));
        }
        DataSet inner = data.items(Tag.CONCEPT_NAME_CODE_SEQUENCE).getFirst();
        assertThat(inner.contains(0x00291001)).isFalse();
        assertThat(inner.text(Tag.CODE_MEANING)).isEqualTo("kept");
        assertThat(pixels(data)).isEqualTo(pixels(image));
    }

    private static Element element(DataSet data) {
        Element element = data.get(Tag.PIXEL_DATA);
        assertThat(element).isNotNull();
        return element;
    }

    private static byte[] pixels(DataSet data) throws IOException {
        return element(data).bytes(1 << 20);
    }
}

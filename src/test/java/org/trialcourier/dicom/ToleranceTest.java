// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.dicom.NotDicomException.Kind;
import org.trialcourier.problem.Phrase;
import org.trialcourier.text.Words;

/** Files as sites hand them in: each is read with what it says, or refused with a reason. */
class ToleranceTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_LITTLE;
    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_LITTLE;
    private static final String ITEM_END = "\u00FE\u00FF\r\u00E0\0\0\0\0";
    private static final String END = "\u00FE\u00FF\u00DD\u00E0\0\0\0\0";
    private static final String OPEN_ITEM = "\u00FE\u00FF\0\u00E0\u00FF\u00FF\u00FF\u00FF";
    private static final String OPEN = "\u00FF\u00FF\u00FF\u00FF";
    private static final String NAME = "\u0010\0\u0010\0PN\6\0Test^A";

    @Test
    void anUnknownElementOfUndefinedLengthIsASequenceInImplicitVr() throws Exception {
        String inner = "\u0008\0\u0055\u0011\4\0\0\0" + "1.2\0";
        DicomFile file =
                keeps(EXPLICIT, "\u0008\0\u0040\u0011UN\0\0" + OPEN + OPEN_ITEM + inner + ITEM_END + END + NAME);
        assertThat(file.data().items(Tag.REFERENCED_IMAGE_SEQUENCE).getFirst().text(Tag.REFERENCED_SOP_INSTANCE_UID))
                .isEqualTo("1.2");
        assertThat(file.data().text(Tag.PATIENT_NAME)).isEqualTo("Test^A");
    }

    @Test
    void aSequenceHiddenInAnUnknownElementOfKnownLengthIsSeen() throws Exception {
        String inner = "\u00FE\u00FF\0\u00E0\u000C\0\0\0" + "\u0010\0\u0010\0\4\0\0\0" + "A^B ";
        DicomFile explicit = keeps(EXPLICIT, "\t\0\1\u0010UN\0\0\u0014\0\0\0" + inner + NAME);
        assertThat(explicit.data().items(0x00091001).getFirst().text(Tag.PATIENT_NAME))
                .isEqualTo("A^B");
        DicomFile implicit = keeps(IMPLICIT, "\t\0\1\u0010\u0014\0\0\0" + inner);
        assertThat(implicit.data().items(0x00091001)).hasSize(1);
    }

    @Test
    void aPrivateSequenceInImplicitVrIsRead() throws Exception {
        String inner = "\t\0\2\u0010\2\0\0\0ab";
        DicomFile file = keeps(
                IMPLICIT,
                "\u0008\0\u0060\0\2\0\0\0CT" + "\t\0\1\u0010" + OPEN + OPEN_ITEM + inner + ITEM_END + OPEN_ITEM
                        + ITEM_END + END);
        assertThat(file.data().items(0x00091001)).hasSize(2);
    }

    @Test
    void oddLengthsAndGroupLengthsAreKeptAsTheyCameAndMendedWhenWritten() throws Exception {
        String data = "\u0008\0\0\0UL\4\0\u000B\0\0\0" + "\u0008\0\u0060\0CS\3\0CT " + NAME;
        DicomFile file = keeps(EXPLICIT, data);
        assertThat(file.data().text(Tag.MODALITY)).isEqualTo("CT");
        assertThat(file.oddities()).containsExactly("a value of odd length");
        DicomFile again = DicomFile.read(Made.bytes(file));
        assertThat(again.oddities()).isEmpty();
        assertThat(again.data().contains(0x00080000)).isFalse();
        assertThat(again.data().text(Tag.MODALITY)).isEqualTo("CT");
    }

    @Test
    void aRepresentationNobodyKnowsHasTheLongForm() throws Exception {
        DicomFile file = read(EXPLICIT, "\u0008\0\u0060\0CS\2\0CT" + "\t\0\1\u0010ZZ\0\0\4\0\0\0abcd" + NAME);
        assertThat(file.data().text(Tag.PATIENT_NAME)).isEqualTo("Test^A");
        assertThat(file.oddities()).containsExactly("an element without a value representation");
    }

    @Test
    void anElementInImplicitVrAmongExplicitOnesIsRead() throws Exception {
        DicomFile file = read(EXPLICIT, "\u0008\0\u0060\0CS\2\0CT" + "\u0008\0\u0070\0\4\0\0\0ACME" + NAME);
        assertThat(file.data().text(Tag.MANUFACTURER)).isEqualTo("ACME");
        assertThat(file.data().text(Tag.PATIENT_NAME)).isEqualTo("Test^A");
    }

    @Test
    void aWrongTransferSyntaxIsFoundOut() throws Exception {
        DicomFile file = read(IMPLICIT, "\u0008\0\u0060\0CS\2\0CT" + NAME);
        assertThat(file.transferSyntax()).isEqualTo(EXPLICIT);
        assertThat(file.data().text(Tag.PATIENT_NAME)).isEqualTo("Test^A");
        DicomFile other = read(EXPLICIT, "\u0008\0\u0060\0\2\0\0\0CT" + "\u0010\0\u0010\0\4\0\0\0A^B ");
        assertThat(other.transferSyntax()).isEqualTo(IMPLICIT);
    }

    @Test
    void missingAndNeedlessDelimitersDoNotHideTheRest() throws Exception {
        String code = "\u0008\0\0\u0001SH\2\0T1";
        DicomFile noItemEnd = read(EXPLICIT, "\u0008\0\u0040\u0011SQ\0\0" + OPEN + OPEN_ITEM + code + END + NAME);
        assertThat(noItemEnd.data().items(Tag.REFERENCED_IMAGE_SEQUENCE)).hasSize(1);
        assertThat(noItemEnd.data().text(Tag.PATIENT_NAME)).isEqualTo("Test^A");
        DicomFile noEnd = read(EXPLICIT, "\u0008\0\u0040\u0011SQ\0\0" + OPEN + OPEN_ITEM + code + ITEM_END + NAME);
        assertThat(noEnd.data().text(Tag.PATIENT_NAME)).isEqualTo("Test^A");
    }

    @Test
    void theFirstOfTwoElementsWithOneTagCounts() throws Exception {
        DicomFile file = read(EXPLICIT, "\u0008\0\u0060\0CS\2\0CT" + NAME + "\u0010\0\u0010\0PN\4\0B^C ");
        assertThat(file.data().text(Tag.PATIENT_NAME)).isEqualTo("Test^A");
        assertThat(file.oddities()).contains("an element that is there twice; the first one counts");
    }

    @Test
    void sequencesAThousandDeepAreReadAndWritten() throws Exception {
        for (TransferSyntax syntax : List.of(EXPLICIT, IMPLICIT)) {
            byte[] deep = Made.around(syntax, nested(1000, syntax == EXPLICIT));
            DicomFile file = DicomFile.read(deep);
            assertThat(Made.unchanged(file)).isEqualTo(deep);
            assertThat(Made.bytes(DicomFile.of(file.data().copy(), syntax))).hasSizeGreaterThan(20_000);
        }
    }

    @Test
    void endlessNestingIsRefusedWithoutAnEndlessStack() {
        byte[] deep = Made.around(EXPLICIT, nested(200_000, true));
        assertThatExceptionOfType(NotDicomException.class)
                .isThrownBy(() -> DicomFile.read(deep))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.DAMAGED));
    }

    @Test
    void aValueLongerThanTheFileIsAReason() {
        byte[] cut = Made.around(EXPLICIT, Made.raw("\u00E0\u007F\u0010\0OW\0\0\u0040\u0042\u000F\0abcd"));
        assertThatExceptionOfType(NotDicomException.class)
                .isThrownBy(() -> DicomFile.read(cut))
                .satisfies(e -> assertThat(said(e)).startsWith("a damaged DICOM file: ends after "));
        byte[] large = Made.around(EXPLICIT, Made.raw("\u00E0\u007F\u0010\0OW\0\0\u00FE\u00FF\u00FF\u00FFabcd"));
        assertThatExceptionOfType(NotDicomException.class).isThrownBy(() -> DicomFile.read(large));
    }

    @Test
    void everyCutIsAReasonOrAShorterFile() throws Exception {
        for (TransferSyntax syntax : DicomFileTest.encodings().toList()) {
            byte[] whole = Made.file(1, syntax);
            int damaged = 0;
            for (int length = 0; length < whole.length; length++) {
                try {
                    DicomFile.read(Arrays.copyOf(whole, length));
                } catch (NotDicomException e) {
                    damaged++;
                }
            }
            assertThat(damaged).isGreaterThan(whole.length * 9 / 10);
        }
    }

    @Test
    void aHeaderThatWouldFillTheMemoryIsRefused() {
        byte[] many = new byte[8 * 200_000];
        for (int i = 0; i < 200_000; i++) {
            many[8 * i] = 9;
            many[8 * i + 2] = (byte) i;
            many[8 * i + 3] = (byte) (0x10 + i / 256 % 0xE0);
        }
        byte[] file = Made.around(IMPLICIT, many);
        ReadOptions narrow = new ReadOptions(0, 1 << 16, 1 << 20);
        assertThatExceptionOfType(NotDicomException.class)
                .isThrownBy(() -> DicomFile.read(Blob.of(file), narrow))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FFD8FFE000104A464946 | a JPEG picture
        4D5A90000300000004000000FFFF0000 | a Windows program
        3C21444F43545950452068746D6C3E | a web page
        5B6175746F72756E5D0D0A6F70656E3D782E657865 | a text file
        255044462D312E37 | a PDF document
        '' | an empty file
        0000000000000000000000000000000000000000 | no DICOM file
        """)
    void otherFilesAreNamedInPlainWords(String hex, String reason) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);
        assertThatExceptionOfType(NotDicomException.class)
                .isThrownBy(() -> DicomFile.read(bytes))
                .satisfies(e -> assertThat(said(e)).isEqualTo(reason))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.NOT_DICOM));
    }

    @Test
    void everyKindOfFileHasItsWordsInEveryLanguage() {
        for (String line : FileKind.SIGNATURES.strip().split("\n", -1)) {
            String[] field = line.split("\\|", -1);
            Phrase kind = FileKind.describe(java.util.HexFormat.of().parseHex(field[0]), 100);
            assertThat(kind)
                    .isEqualTo(
                            field.length > 2
                                    ? Phrase.of("left-out." + field[1], field[2])
                                    : Phrase.of("left-out." + field[1]));
            assertThat(Words.LANGUAGES)
                    .allSatisfy(
                            language -> assertThat(Words.of(language).say(kind)).isNotBlank());
        }
    }

    @Test
    void anArchiveThatIsNotOpenedSaysWhatToDo() {
        byte[] tar = new byte[512];
        System.arraycopy("IM1".getBytes(StandardCharsets.US_ASCII), 0, tar, 0, 3);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertThat(Words.english().say(FileKind.describe(tar, tar.length)))
                .isEqualTo("a TAR archive, which cannot be opened here: unpack it and add the folder");
    }

    private static String said(NotDicomException e) {
        return Words.english().say(e.reason());
    }

    @Test
    void sizesAreSaidInTheUnitThatTellsThemApart() {
        assertThat(Words.english().say(Sizes.part(2_000_000, 3_000_000))).isEqualTo("2 of 3 MB");
        assertThat(Words.english().say(Sizes.part(120, 200))).isEqualTo("120 of 200 bytes");
        assertThat(Words.english().say(Sizes.part(9_630, 9_692))).isEqualTo("9630 of 9692 bytes");
        assertThat(Words.english().say(Sizes.part(11_092_000, 11_094_000))).isEqualTo("11092 of 11094 KB");
    }

    private static byte[] nested(int depth, boolean explicit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] open = Made.raw((explicit ? "\u0008\0\u0040\u0011SQ\0\0" : "\u0008\0\u0040\u0011") + OPEN + OPEN_ITEM);
        byte[] close = Made.raw(ITEM_END + END);
        for (int i = 0; i < depth; i++) {
            out.writeBytes(open);
        }
        for (int i = 0; i < depth; i++) {
            out.writeBytes(close);
        }
        return out.toByteArray();
    }

    private static DicomFile read(TransferSyntax syntax, String data) throws NotDicomException {
        return DicomFile.read(Made.around(syntax, Made.raw(data)));
    }

    /** Reads, and expects the same bytes when written unchanged. */
    private static DicomFile keeps(TransferSyntax syntax, String data) throws Exception {
        byte[] bytes = Made.around(syntax, Made.raw(data));
        DicomFile file = DicomFile.read(bytes);
        assertThat(Made.unchanged(file)).isEqualTo(bytes);
        return file;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes, representations and endings that real files have and few readers are tried with. */
class SiteOdditiesTest {
    private static final long FOUR_GIB = 0xFFFF_FFFEL;

    @TempDir
    private Path folder;

    @Test
    void anElementOfFourGibibytesStaysInItsFile() throws Exception {
        byte[] head = Made.around(
                TransferSyntax.EXPLICIT_LITTLE, Made.raw("\u00E0\u007F\u0010\0OW\0\0\u00FE\u00FF\u00FF\u00FF"));
        Path file = folder.resolve("large");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(head));
            channel.write(ByteBuffer.wrap(new byte[] {1}), head.length + FOUR_GIB - 1);
        }
        DicomFile read = DicomFile.read(file);
        Element pixels = read.data().get(Tag.PIXEL_DATA);
        assertThat(pixels).isNotNull();
        assertThat(pixels.length()).isEqualTo(FOUR_GIB);
        assertThat(read.oddities()).isEmpty();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(head.length + FOUR_GIB - 2);
        }
        assertThatExceptionOfType(NotDicomException.class)
                .isThrownBy(() -> DicomFile.read(file))
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo("left-out.ends-early"));
    }

    @Test
    void extendedOffsetTablesAndDeflatedFramesPassUnchanged() throws Exception {
        TransferSyntax deflatedFrames =
                TransferSyntax.of("1.2.840.10008.1.2.8.1").orElseThrow();
        DataSet data = Made.image(1);
        data.putBytes(0x7FE00001, Vr.OV, longs(0, 18));
        data.putBytes(0x7FE00002, Vr.OV, longs(10, 12));
        Value frames = new Value.Fragments(
                List.of(new Value.Bytes(new byte[0]), new Value.Bytes(new byte[10]), new Value.Bytes(new byte[12])));
        data.put(new Element(Tag.PIXEL_DATA, Vr.OB, frames));
        byte[] bytes = Made.bytes(DicomFile.of(data, deflatedFrames));
        DicomFile again = DicomFile.read(bytes);
        assertThat(again.transferSyntax()).isEqualTo(deflatedFrames);
        assertThat(again.data().texts(0x7FE00001)).containsExactly("0", "18");
        assertThat(Made.unchanged(again)).isEqualTo(bytes);
        assertThat(Made.bytes(again)).isEqualTo(bytes);
    }

    @Test
    void numbersOf64BitsKeepTheirSign() throws Exception {
        DataSet data = Made.image(1);
        data.putText(0x00720082, Vr.SV, "-9223372036854775808", "7");
        data.putText(0x00720083, Vr.UV, "18446744073709551615");
        data.putBytes(0x00720081, Vr.OV, longs(-1));
        for (TransferSyntax syntax : DicomFileTest.encodings().toList()) {
            DataSet again =
                    DicomFile.read(Made.bytes(DicomFile.of(data, syntax))).data();
            assertThat(again.texts(0x00720082)).as(syntax.name()).containsExactly("-9223372036854775808", "7");
            assertThat(again.text(0x00720083)).as(syntax.name()).isEqualTo("18446744073709551615");
        }
    }

    @Test
    void aWrongRepresentationIsReadAsTheFileSays() throws Exception {
        DataSet data = Made.image(1);
        data.putText(Tag.ROWS, Vr.UL, "512");
        data.putText(Tag.SLICE_THICKNESS, Vr.FD, "2.5");
        DataSet again = DicomFile.read(Made.bytes(DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE)))
                .data();
        assertThat(again.integer(Tag.ROWS)).hasValue(512);
        assertThat(again.decimal(Tag.SLICE_THICKNESS)).hasValue(2.5);
    }

    @Test
    void paddingAndDataAfterTheEndDoNotHarm() throws Exception {
        DataSet data = Made.image(1);
        data.putBytes(Tag.DATA_SET_TRAILING_PADDING, Vr.OB, new byte[64]);
        byte[] padded = Made.bytes(DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE));
        assertThat(DicomFile.read(padded).oddities()).isEmpty();
        byte[] more = java.util.Arrays.copyOf(padded, padded.length + 1_000);
        DicomFile read = DicomFile.read(more);
        assertThat(read.oddities()).containsExactly("bytes after its end");
        assertThat(Made.unchanged(read)).isEqualTo(more);
        assertThat(Made.bytes(read)).isEqualTo(padded);
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomCharsetTest {
    /** The examples of PS3.5 annexes H, I, J and K. */
    @Test
    void readsTheExamplesOfTheStandard() {
        assertReads(
                List.of("", "ISO 2022 IR 87"),
                "Yamada^Tarou=\u001B$B;3ED\u001B(B^\u001B$BB@O:\u001B(B=\u001B$B$d$^$@\u001B(B^\u001B$B$?$m$&\u001B(B",
                "Yamada^Tarou=山田^太郎=やまだ^たろう");
        assertReads(
                List.of("ISO 2022 IR 13", "ISO 2022 IR 87"),
                "\u00D4\u00CF\u00C0\u00DE^\u00C0\u00DB\u00B3=\u001B$B;3ED\u001B(J^\u001B$BB@O:\u001B(J"
                        + "=\u001B$B$d$^$@\u001B(J^\u001B$B$?$m$&\u001B(J",
                "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
        assertReads(
                List.of("", "ISO 2022 IR 149"),
                "Hong^Gildong=\u001B$)C\u00FB\u00F3^\u001B$)C\u00D1\u00CE\u00D4\u00D7"
                        + "=\u001B$)C\u00C8\u00AB^\u001B$)C\u00B1\u00E6\u00B5\u00BF",
                "Hong^Gildong=洪^吉洞=홍^길동");
        assertReads(List.of("GB18030"), "Wang^XiaoDong=\u00CD\u00F5^\u00D0\u00A1\u00B6\u00AB", "Wang^XiaoDong=王^小东");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISO_IR 100 | Äneas^Grün
            ISO_IR 101 | Wałęsa^Łukasz
            ISO_IR 109 | Ĉapelo^Ġorĝ
            ISO_IR 110 | Ādams^Ķēniņš
            ISO_IR 144 | Люксембург^Тест
            ISO_IR 127 | قباني^لنزار
            ISO_IR 126 | Διονυσιος^Δοκιμη
            ISO_IR 138 | שרון^דבורה
            ISO_IR 148 | Çavuşoğlu^İpek
            ISO_IR 203 | Œuvre^Žižka€
            ISO_IR 13  | ﾔﾏﾀﾞ^ﾀﾛｳ
            ISO_IR 166 | นามสกุล^ชื่อ
            ISO_IR 192 | Wang^小东=😀
            GB18030    | 王^小东𠀀
            GBK        | 王^小东
            ISO 2022 IR 6,ISO 2022 IR 87  | Yamada^Tarou=山田^太郎
            ISO 2022 IR 6,ISO 2022 IR 159 | Test^丂丄
            ISO 2022 IR 6,ISO 2022 IR 58  | Zhang^XiaoDong=张^小东
            ISO 2022 IR 6,ISO 2022 IR 149 | Hong=홍^길동
            ISO 2022 IR 100,ISO 2022 IR 144 | Grün^Иван^Ä
            ISO 2022 IR 13,ISO 2022 IR 87 | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎
            """)
    void writesAndReadsEverySet(String terms, String text) {
        DicomCharset charset = DicomCharset.of(List.of(terms.strip().split(",")));
        assertThat(charset.canEncode(text)).isTrue();
        assertThat(charset.decode(charset.encode(text))).isEqualTo(text);
    }

    @Test
    void aCharacterOutsideTheSetIsAQuestionMarkAndSaidBeforehand() {
        DicomCharset latin = DicomCharset.of(List.of("ISO_IR 100"));
        assertThat(latin.canEncode("山")).isFalse();
        assertThat(latin.encode("a山")).isEqualTo("a?".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void textOfASetThatIsNotNamedIsStillRead() {
        assertThat(DicomCharset.ASCII.decode("Grün".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Grün");
        assertThat(DicomCharset.ASCII.decode("Grün".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Grün");
        assertThat(DicomCharset.UTF_8.decode("Grün".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Grün");
    }

    @ParameterizedTest
    @CsvSource({"ISO_IR_100", "iso-ir-100", "ISO IR 100", "ISO 2022 IR 100", "ISO_IR100", "ISO2022 IR 100"})
    void misspeltNamesAreUnderstood(String term) {
        assertThat(DicomCharset.of(List.of(term)).decode(new byte[] {(byte) 0xFC}))
                .isEqualTo("ü");
        assertThat(DicomCharset.of(List.of(term)).encode("ü")).containsExactly(0xFC);
    }

    private static void assertReads(List<String> terms, String bytes, String text) {
        byte[] raw = Made.raw(bytes);
        assertThat(DicomCharset.of(terms).decode(raw)).isEqualTo(text);
        assertThat(DicomCharset.of(terms).encode(text)).isEqualTo(raw);
    }
}

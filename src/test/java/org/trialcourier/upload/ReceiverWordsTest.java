// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers may say anything. */
class ReceiverWordsTest {
    @ParameterizedTest
    @CsvSource({
        "'Which arm?','Which arm?'",
        "'<b>Which</b> arm? <script>alert(1)</script>','<b>Which</b> arm? <script>alert(1)</script>'",
        "'{0} %s ${x} \\n','{0} %s ${x} \\n'",
        "'  two\r\nlines\t ','two lines'",
        "'\u001b[2J\u001b]0;title\u0007gone','[2J ]0;title gone'",
        "'paid \u202Egnp.exe\u2066 x','paid gnp.exe x'",
        "'\u0000\uFEFF\u2028\uE000',''",
        "'\u0915\u094D\u200D\u0937','\u0915\u094D\u200D\u0937'",
        "'\uD83D\uDE00 ok','\uD83D\uDE00 ok'",
        "'\uD83D alone','alone'",
        "'治験の質問','治験の質問'",
    })
    void oddTextBecomesPlainText(String said, String shown) {
        assertThat(ReceiverWords.plain(said)).isEqualTo(shown == null ? "" : shown);
    }

    @Test
    void textWithoutEndIsCutAndShowsThatItIs() {
        assertThat(ReceiverWords.plain("\uD83D\uDE00".repeat(1_000_000)))
                .hasSize(601 * 2 - 1)
                .endsWith("\uD83D\uDE00…");
        assertThat(ReceiverWords.plain("x".repeat(600))).hasSize(600).endsWith("x");
        assertThat(ReceiverWords.plain(" ".repeat(5000) + "question")).endsWith("…");
        Verdict.Query flood = new Verdict.Query(Collections.nCopies(100_000, "Why?"));
        assertThat(flood.messages()).hasSize(20);
        assertThat(new Verdict.Rejected(List.of("", "\u0007", "no")).messages()).containsExactly("no");
    }
}

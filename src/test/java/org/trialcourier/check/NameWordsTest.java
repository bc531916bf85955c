// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.wire.WireJson;

/** All names are invented. */
class NameWordsTest {
    @ParameterizedTest
    @CsvSource({
        "'Fiktivo-Probe^Testina^^Frau', 'Probe came twice', true",
        "'Fiktivo-Probe^Testina', 'Testina\u2019s second scan', true",
        "'van der Probe^Testina', 'von der zweiten Aufnahme', false",
        "'Fiktivo^Testina^^Mrs', 'Mrs somebody', false",
        "'Fiktiv\u00f3^Testina', 'FIKTIVO', true",
        "'Fiktivo^Testina', 'Fiktivos', false",
        "'Specimen^Hana=\u8a66\u9a13^\u82b1', '\u8a66\u9a13\u3055\u3093\u306e\u64ae\u5f71', true",
        "'Specimen^Hana=\u8a66\u9a13^\u82b1', '\u82b1\u3055\u3093', false",
        "'Specimen^Hana==\u3057\u3051\u3093^\u306f\u306a', '\u30b7\u3051\u3093', false",
        "'Specimen^Hana==\u3057\u3051\u3093^\u306f\u306a', '\u306e\u3057\u3051\u3093\u3055\u3093', true",
        "'Specimen^Yu=\ud14c\uc2a4\ud2b8', '\ud14c\uc2a4\ud2b8\ub2d8', true",
        "'Fiktivo^Van', 'Van came late', true",
        "'Dos^Testina', 'dos veces', true",
        "'', 'anything', false",
    })
    void aWordOfTheNameIsSeen(String name, String text, boolean seen) {
        assertThat(NameWords.in(text).stream().anyMatch(NameWords.of(name)::contains))
                .isEqualTo(seen);
    }

    @Test
    void whatAnEarlierVersionRememberedIsStillRead() {
        Sent sent = WireJson.read(
                "{\"trial\":\"T\",\"subject\":\"S\",\"visit\":\"V\",\"people\":[],\"studies\":{}}", Sent.class);
        assertThat(sent.nameWords()).isEmpty();
    }
}

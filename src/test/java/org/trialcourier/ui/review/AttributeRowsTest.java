// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.PreviewRow;
import org.trialcourier.dicom.Phi;
import org.trialcourier.text.Words;

/** What a row of the preview says of its rule. */
class AttributeRowsTest {
    /** The name is replaced since the trial has a subject, and the standard asks for no less. */
    @Test
    void everyRowTellsItsRuleAndItsClause() {
        assertThat(rule(0x00100010, "the subject and the trial: D"))
                .isEqualTo("the subject and the trial: D (PS3.15 E.1-1: Z)");
        assertThat(rule(0x00100020, "trial rule: X")).isEqualTo("trial rule: X (PS3.15 E.1-1: Z/D)");
        assertThat(rule(0x00120062, "says what was done: D")).isEqualTo("says what was done: D (PS3.15 E.1.1)");
        assertThat(rule(0x00191001, "trial rule: K")).isEqualTo("trial rule: K (PS3.15 E.1-1: X)");
        assertThat(rule(0x00180050, "no rule: K")).isEqualTo("no rule: K (not listed in PS3.15 E.1-1)");
        String quoted = "PS3.15 E.3.10: Retain Safe Private Option C";
        assertThat(rule(0x00191001, quoted)).isEqualTo(quoted);
    }

    @Test
    void aValueThatHeldThePatientsNameSaysWhyItIsCleaned() {
        var row = new PreviewRow(
                "",
                0x00080070,
                "",
                Action.CLEANED,
                "no rule: K",
                List.of(Phi.of("Specimen Imaging")),
                List.of("Imaging"),
                1);
        assertThat(new AttributeRows(Words.english()).of(row).shortRule()).isEqualTo("Patient’s data");
    }

    private static String rule(int tag, String rule) {
        var row = new PreviewRow("", tag, "", Action.KEPT, rule, List.of(), List.of(), 1);
        return new AttributeRows(Words.english()).of(row).rule();
    }
}

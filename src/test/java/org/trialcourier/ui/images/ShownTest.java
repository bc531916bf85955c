// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.Phi;
import org.trialcourier.scan.Series;
import org.trialcourier.text.Words;

class ShownTest {
    private static String called(String modality, String description, String number) {
        return Shown.of(new Series("1", modality, Phi.of(description), Phi.of(number), List.of()))
                .called(Words.english());
    }

    @Test
    void aSeriesIsCalledByItsDescriptionOrItsNumber() {
        assertThat(called("CT", "Axial", "3")).isEqualTo("CT  Axial");
        assertThat(called("CT", " ", "3")).isEqualTo("CT  3");
    }

    @Test
    void aSeriesWithoutANameIsCalledThat() {
        assertThat(called("CT", "", "")).isEqualTo("CT");
        assertThat(called("", "", "")).isEqualTo("Series without a name");
    }
}

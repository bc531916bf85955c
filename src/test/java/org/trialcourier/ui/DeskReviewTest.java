// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.Phi;
import org.trialcourier.scan.Place;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Samples;

/** How the review calls the series of images that are held back. */
class DeskReviewTest {
    private static String called(String modality, String description, String number) {
        Place place = Samples.place("Specimen", "9", "20261120", "1", "CT");
        return Words.english()
                .say(DeskReview.series(new Place(
                        place.patient(),
                        place.studyUid(),
                        place.studyDate(),
                        place.studyTime(),
                        place.studyDescription(),
                        place.seriesUid(),
                        modality,
                        Phi.of(description),
                        Phi.of(number))));
    }

    @Test
    void aSeriesIsCalledByItsLabelOrItsNumber() {
        assertThat(called("CT", "Axial", "3")).isEqualTo("CT “Axial”");
        assertThat(called("CT", " ", "3")).isEqualTo("CT series 3");
    }

    @Test
    void whatASeriesDoesNotSayLeavesNoGap() {
        assertThat(called("CT", "", " ")).isEqualTo("CT series");
        assertThat(called("", "", "")).isEqualTo("unknown series");
    }
}

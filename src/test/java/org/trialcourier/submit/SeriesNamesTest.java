// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.text.Words;

class SeriesNamesTest {
    private final SeriesNames names = new SeriesNames();
    private final PatientValues values = new PatientValues();

    private DataSet take(int seed, String series, String kind, String number) {
        DataSet image = Made.image(seed);
        image.putText(Tag.PATIENT_NAME, "Quillfeather^Marbella");
        image.putText(Tag.PATIENT_ID, "48213");
        image.putText(Tag.SERIES_INSTANCE_UID, series);
        image.putText(Tag.SERIES_DESCRIPTION, "Marbella follow-up");
        image.putText(Tag.MODALITY, kind);
        image.putText(Tag.SERIES_NUMBER, number);
        names.add(image);
        values.add(image);
        return image;
    }

    private String said(int image) {
        return Words.english().say(names.in(image, Phrase.of("held.voice"), values));
    }

    @Test
    void aSeriesIsCalledByKindNumberAndCountAndNeverByItsDescription() {
        take(1, "2.25.11", "CT", "3");
        names.add(null);
        take(2, "2.25.11", "CT", "3");
        take(3, "2.25.12", "MR", "");
        assertThat(said(3)).startsWith("CT series 3 (2 images): the file holds recorded speech");
        assertThat(said(4)).startsWith("MR series (1 image): ");
        assertThat(said(2)).as("without a header").startsWith("the file holds");
    }

    @Test
    void whatIsThePatientsIsNotTakenForAKindOrANumber() {
        take(1, "2.25.11", "QUILLFEATHER", "48213");
        take(2, "2.25.12", "MARBELLA", "1234567890");
        assertThat(said(1)).startsWith("unknown series (1 image): ");
        assertThat(said(2)).startsWith("unknown series (1 image): ");
    }
}

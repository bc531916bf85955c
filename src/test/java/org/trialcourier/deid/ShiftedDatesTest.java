// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;

class ShiftedDatesTest {
    private static final DateTimeFormatter DA = DateTimeFormatter.BASIC_ISO_DATE;

    @Test
    void datesMoveByOneOffsetAndTimesStay() {
        DicomFile file = EngineTest.file();
        file.data().putText(Tag.SERIES_DATE, "20260903");
        file.data().putText(Tag.ACQUISITION_DATE_TIME, "20260903101112.123456+0200");
        file.data().putText(0x00181078, "202609");
        file.data().putText(Tag.CONTENT_DATE, "2026.09.05");
        file.data().putText(Tag.ACQUISITION_DATE, "yesterday");
        DataSet clean = EngineTest.clean(file, Requests.with(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES));
        LocalDate study = LocalDate.parse(clean.text(Tag.STUDY_DATE), DA);
        LocalDate series = LocalDate.parse(clean.text(Tag.SERIES_DATE), DA);
        assertThat(ChronoUnit.DAYS.between(study, series)).isEqualTo(2);
        assertThat(ChronoUnit.DAYS.between(study, LocalDate.of(2026, 9, 1))).isBetween(1L, 365L);
        assertThat(clean.text(Tag.STUDY_TIME)).isEqualTo("101112.5");
        assertThat(clean.text(Tag.ACQUISITION_DATE_TIME)).isEqualTo(series.format(DA) + "101112.123456+0200");
        assertThat(clean.text(0x00181078)).hasSize(6);
        assertThat(LocalDate.parse(clean.text(Tag.CONTENT_DATE), DA)).isEqualTo(series.plusDays(2));
        assertThat(clean.text(Tag.ACQUISITION_DATE)).isEmpty();
    }

    @Test
    void datesInReportsAndInPrivateAttributesThatARuleNamesMoveAlong() {
        String owner = "FICTIONAL VENDOR 1";
        DicomFile file = EngineTest.file();
        file.data().putText(0x00290010, Vr.LO, owner);
        file.data().putText(0x00291013, Vr.DA, "20260904");
        file.data().putText(0x00291014, Vr.DT, "20260904101112.123456-0530");
        file.data().putText(0x00291015, Vr.TM, "101112.25");
        DataSet item = new DataSet();
        item.putText(0x0040A040, "DATETIME");
        item.putText(0x0040A120, "20260904101112.5+0100");
        item.putText(0x0040A121, "20260904");
        file.data().putItems(0x0040A730, List.of(item));
        List<ExtraRule> rules = List.of(
                ExtraRule.of("(0029,xx13)", "C", owner, null),
                ExtraRule.of("(0029,xx14)", "C", owner, null),
                ExtraRule.of("(0029,xx15)", "C", owner, null));
        DataSet clean = EngineTest.clean(
                file, Requests.with(rules, Option.RETAIN_LONGITUDINAL_MODIFIED_DATES, Option.CLEAN_STRUCTURED_CONTENT));
        String moved =
                LocalDate.parse(clean.text(Tag.STUDY_DATE), DA).plusDays(3).format(DA);
        assertThat(clean.text(0x00291013)).isEqualTo(moved);
        assertThat(clean.text(0x00291014)).isEqualTo(moved + "101112.123456-0530");
        assertThat(clean.text(0x00291015)).isEqualTo("101112.25");
        DataSet content = clean.items(0x0040A730).getFirst();
        assertThat(content.text(0x0040A120)).isEqualTo(moved + "101112.5+0100");
        assertThat(content.text(0x0040A121)).isEqualTo(moved);
    }
}

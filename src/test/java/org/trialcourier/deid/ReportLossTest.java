// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** How much of plain reports is left by cleaning: what names somebody goes, nearly all else stays. */
class ReportLossTest {
    private static final Pattern NAMED = Pattern.compile("\\[([^]]*)]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern PLAIN_IN_NAMES =
            Pattern.compile("(?i)dr|prof|her|brother|nurse|signed|gez|oberarzt|überweisender|arzt|[a-z]");

    @Test
    void plainReportsLoseHardlyAWordAndNobodyIsNamed() {
        int all = 0;
        int kept = 0;
        double worst = 1;
        Map<String, Integer> lost = new TreeMap<>();
        for (String report : PlainReports.ALL) {
            String cleaned = cleaned(NAMED.matcher(report).replaceAll("$1"));
            Matcher named = NAMED.matcher(report);
            assertThat(named.find()).isTrue();
            assertThat(words(named.group(1)))
                    .filteredOn(word -> !PLAIN_IN_NAMES.matcher(word).matches())
                    .isNotEmpty()
                    .noneMatch(words(cleaned)::contains);
            List<String> plain = words(NAMED.matcher(report).replaceAll(""));
            List<String> left = new ArrayList<>(words(cleaned));
            int before = kept;
            for (String word : plain) {
                if (left.remove(word)) {
                    kept++;
                } else {
                    lost.merge(word, 1, Integer::sum);
                }
            }
            all += plain.size();
            worst = Math.min(worst, (kept - before) / (double) plain.size());
        }
        System.out.printf(
                "words of plain reports kept: %d of %d, worst report %.3f; lost %s%n", kept, all, worst, lost);
        assertThat(kept / (double) all).isGreaterThan(0.98);
        assertThat(worst).isGreaterThan(0.95);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .flatMap(part -> WORD.matcher(part).results())
                .map(found -> found.group())
                .toList();
    }

    private static String cleaned(String text) {
        DataSet data = AdversaryTest.person();
        data.putText(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.11");
        DataSet item = new DataSet();
        item.putText(0x0040A040, "TEXT");
        item.putText(0x0040A160, Vr.UT, text);
        data.putItems(0x0040A730, List.of(item));
        DicomFile file = DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
        DeidRequest request = Requests.with(Option.CLEAN_STRUCTURED_CONTENT, Option.CLEAN_DESCRIPTORS);
        Outcome outcome = new Deidentifier(request).apply(file, PatientValues.collect(List.of(file)));
        return ((Outcome.Clean) outcome)
                .file()
                .data()
                .items(0x0040A730)
                .getFirst()
                .text(0x0040A160);
    }
}

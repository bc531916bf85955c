// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Study;
import org.trialcourier.text.Words;
import org.trialcourier.work.Progress;

/** Runs the checks over sample files of many makers, study by study, and counts what they say. */
class SampleFindingsTest {
    private static final Path SAMPLES = Path.of("..", "shared", "data", "dicom");

    @Test
    void realFilesRaiseFewFindings() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "sample files are here");
        Catalog catalog = new Scanner().scan(List.of(SAMPLES), new Progress(), ScanListener.none());
        Map<String, List<String>> found = new TreeMap<>();
        for (Study study : catalog.studies()) {
            for (Finding finding : Checks.run(
                    new CheckInput(List.of(study), ScenarioTest.TRIAL, null, null, LocalDate.of(2026, 11, 22)))) {
                found.computeIfAbsent(finding.code(), code -> new ArrayList<>())
                        .add(Words.english().say(finding.message()));
            }
        }
        assertThat(found.keySet())
                .as("anything else would be a false alarm")
                .isSubsetOf(
                        Codes.BURNED_IN,
                        Codes.NO_IDENTITY,
                        Codes.NO_STUDY_DATE,
                        Codes.REPORT,
                        Codes.DOCUMENT,
                        Codes.DOSE_SHEET,
                        Codes.SECONDARY_CAPTURE,
                        Codes.UID_CLASH);
        assertThat(found.getOrDefault(Codes.BURNED_IN, List.of()))
                .as("CT, MR and PET of scanners do not write into the picture")
                .noneMatch(message -> message.matches(".* (CT|MR|PT) .*"));
    }
}

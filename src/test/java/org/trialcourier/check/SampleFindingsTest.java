// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Patient;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Study;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.work.Progress;

/**
 * Runs all checks over sample files of many makers, each study for a trial that fits it: the right sex and birth year,
 * a window around its date, its modalities asked for. What is said then about a whole and good study is a false alarm.
 */
class SampleFindingsTest {
    private static final Path SAMPLES = Path.of("..", "shared", "data", "dicom");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void realFilesRaiseFewFindings() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "sample files are here");
        Catalog catalog = new Scanner().scan(List.of(SAMPLES), new Progress(), ScanListener.none());
        Map<String, List<String>> found = new TreeMap<>();
        int studies = 0;
        int silent = 0;
        for (Patient patient : catalog.patients()) {
            for (Study study : patient.studies()) {
                List<Finding> findings = findings(patient, study);
                studies++;
                silent += findings.isEmpty() ? 1 : 0;
                for (Finding finding : findings) {
                    found.computeIfAbsent(finding.severity() + " " + finding.code(), code -> new ArrayList<>())
                            .add(Words.english().say(finding.message()));
                }
            }
        }
        System.err.printf(
                "%d studies with %d images, %d without any finding; findings: %s%n",
                studies,
                catalog.instances().count(),
                silent,
                found.entrySet().stream()
                        .map(each -> each.getValue().size() + " " + each.getKey())
                        .collect(Collectors.joining(", ")));
        assertThat(found.keySet())
                .as("anything else would be a false alarm")
                .containsExactly(
                        "BLOCK " + Codes.NO_IDENTITY,
                        "BLOCK " + Codes.UID_CLASH,
                        "NOTE " + Codes.REPORT,
                        "NOTE " + Codes.SECONDARY_CAPTURE,
                        "REASON " + Codes.BURNED_IN,
                        "REASON " + Codes.NO_STUDY_DATE);
        assertThat(found.get("REASON " + Codes.BURNED_IN))
                .as("CT, MR and PET of scanners do not write into the picture")
                .noneMatch(message -> message.matches(".* (CT|MR|PT) .*"));
    }

    private static List<Finding> findings(Patient patient, Study study) throws Exception {
        Trial trial = fitting(patient, study);
        return Checks.run(new CheckInput(List.of(study), trial, trial.subject("S"), trial.visit("V"), TODAY));
    }

    private static Trial fitting(Patient patient, Study study) throws Exception {
        String born = patient.identity().birthDate().reveal();
        String sex = patient.identity().sex();
        LocalDate date = new FactStore(ScenarioTest.TRIAL)
                .select(new CheckInput(List.of(study), ScenarioTest.TRIAL, null, null, TODAY)).series().stream()
                        .flatMap(each -> Days.of(each).stream())
                        .findFirst()
                        .orElse(TODAY);
        String asked = study.modalities().stream()
                .filter(each -> !each.isEmpty())
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(","));
        String imaging = study.modalities().stream()
                .filter(each -> !each.isEmpty())
                .map("{\"id\": \"%1$s\", \"name\": \"%1$s\", \"modality\": \"%1$s\", \"series\": []}"::formatted)
                .collect(Collectors.joining(","));
        return TrialFile.read("trial.json", """
            {"schema": 1, "trial": {"id": "T"}, "site": {"id": "1", "timeZone": "UTC"},
             "destination": {"type": "folder", "url": "/nowhere"},
             "visits": [{"id": "V", "name": "V", "day": 0, "before": 3, "after": 3, "requires": [%s]}], "imaging": [%s],
             "subjects": [{"id": "S", %s %s "day0": "%s"}]}
            """.formatted(
                        asked,
                        imaging,
                        sex.matches("[FM]") ? "\"sex\": \"" + sex + "\"," : "",
                        born.matches("(19|20)\\d{6}") ? "\"birthYear\": " + born.substring(0, 4) + "," : "",
                        date)
                .getBytes(StandardCharsets.UTF_8));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.work.Progress;

class ScenarioTest {
    private static final Words WORDS = Words.english();

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 28);

    static final Trial TRIAL = trial("""
        {"schema": 1, "trial": {"id": "T"}, "site": {"id": "1", "timeZone": "UTC"},
         "destination": {"type": "folder", "url": "/nowhere"},
         "visits": [{"id": "BL", "name": "Baseline", "day": 0, "before": 14, "after": 0, "requires": ["CHEST"]},
           {"id": "W08", "name": "Week 8", "day": 56, "before": 7, "after": 7, "requires": ["CHEST"]},
           {"id": "MRI", "name": "Head", "day": 156, "before": 107, "after": 7, "requires": ["DWI"]},
           {"id": "PET", "name": "Tracer", "day": 156, "before": 107, "after": 7, "requires": ["FDG"]},
           {"id": "LIV", "name": "Liver", "day": 156, "before": 107, "after": 7, "requires": ["LIVER"]},
           {"id": "PLAN", "name": "Plan", "day": 156, "before": 107, "after": 7, "requires": ["CONTOURS"]},
           {"id": "UNS", "name": "Unscheduled", "requires": ["CHEST"]},
           {"id": "ND", "name": "Not done", "requires": ["CHEST"]},
           {"id": "RCV", "name": "Received", "requires": ["CHEST"]},
           {"id": "ANY", "name": "Any", "day": 156, "before": 107, "after": 7}],
         "imaging": [{"id": "CHEST", "name": "CT chest", "modality": "CT", "series": [
             {"name": "Axial, thin", "min": 1, "match": {"SeriesDescription": "(?i)thin|lung"}, "limits": [
               {"tag": "SliceThickness", "max": 2.5}, {"tag": "KVP", "min": 100, "max": 140},
               {"geometry": "no-missing-slices"}, {"geometry": "no-duplicate-slices"},
               {"geometry": "uniform-spacing"}, {"geometry": "no-gantry-tilt"}, {"geometry": "single-orientation"},
               {"count": "instances", "min": 10, "max": 500}]}]},
           {"id": "DWI", "name": "Diffusion MR", "modality": "MR", "series": [
             {"name": "DWI", "match": {"SeriesDescription": "DWI"}, "limits": [
               {"tag": "DiffusionBValue", "covers": [0, 50, 800]}, {"tag": "ScanningSequence", "values": ["EP"]}]}]},
           {"id": "LIVER", "name": "CT liver", "modality": "CT", "series": [
             {"name": "Arterial", "match": {"SeriesDescription": "(?i)arterial"},
              "limits": [{"tag": "ContrastBolusAgent", "values": ["AGENT"]}]},
             {"name": "Portal venous", "match": {"SeriesDescription": "(?i)venous"},
              "limits": [{"tag": "ContrastBolusAgent", "values": ["AGENT"]}]}]},
           {"id": "CONTOURS", "name": "Contours", "modality": "RTSTRUCT", "series": []},
           {"id": "FDG", "name": "FDG PET", "modality": "PT", "series": []}],
         "subjects": [{"id": "S", "sex": "F", "birthYear": 1961, "day0": "2026-09-01",
           "visits": {"ND": {"status": "not-done", "reason": "The scanner was out of order."},
             "RCV": {"status": "received"}}}, {"id": "U"}]}
        """);

    @TempDir
    Path folder;

    static Stream<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void raisesWhatItMustAndNothingElse(Scenario scenario) throws Exception {
        List<Finding> findings = check(scenario.images(), scenario.visit());
        Set<String> codes = new TreeSet<>(findings.stream().map(Finding::code).toList());
        assertThat(codes)
                .as(
                        "%s",
                        findings.stream().map(each -> WORDS.say(each.message())).toList())
                .isEqualTo(scenario.expected());
        assertThat(findings).allSatisfy(finding -> assertThat(WORDS.say(finding.safeMessage()))
                .doesNotContainIgnoringCase("specimen")
                .doesNotContainIgnoringCase("invented")
                .doesNotContain("TESTPATIENT", "1961", "1949", "2026"));
    }

    @Test
    void thereAreAtLeastFiftyScenarios() {
        assertThat(scenarios()).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void aReasonIsAskedForOnlyWhereNoSeriesIsGood() throws Exception {
        assertThat(check(LimitScenarios.goodBesideBad(), "W08"))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTE);
    }

    @Test
    void namesTheValuesAndTheLimit() throws Exception {
        assertThat(messages(Made.chest().one(12, image -> image.putText(Tag.SLICE_THICKNESS, "5"))))
                .containsExactly("CT “Thorax thin” (20 images): Slice Thickness is 2, 5 in 1 image of 20;"
                        + " the trial allows at most 2.5.");
        assertThat(messages(Made.chest().without(9)))
                .containsExactly("CT “Thorax thin” (19 images): 1 slice is missing between images 9 and 11 (4 mm);"
                        + " slices are 2 mm apart.");
    }

    @Test
    void saysWhyTheTrialExpectsNoImages() throws Exception {
        assertThat(check(Made.chest(), "ND")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.REASON);
            assertThat(WORDS.say(finding.message()))
                    .isEqualTo("The trial notes Not done of subject S as not done: The scanner was out of order.");
        });
        assertThat(check(Made.chest(), "RCV")).extracting(Finding::severity).containsExactly(Severity.NOTE);
    }

    @Test
    void aSeriesWithoutNumberAndDescriptionIsNamedByItsKind() throws Exception {
        assertThat(messages(
                        Made.chest().document(Made.TEXT_REPORT, "SR", "9", "").from(20, image -> {
                            image.remove(Tag.SERIES_NUMBER);
                            image.remove(Tag.SERIES_DESCRIPTION);
                        })))
                .containsExactly("1 report will be sent too: SR series (1 object).");
    }

    @Test
    void imagesWithoutAKindAreToldAsSuch() throws Exception {
        assertThat(messages(Made.chest()
                        .series(Made.CT, "CT", "2", "Other", 3, 2.0)
                        .from(20, image -> image.remove(Tag.MODALITY))))
                .containsExactly("These images do not say of what kind they are; Week 8 asks for CT chest (CT).");
    }

    @Test
    void namesTheVisitThatWouldFit() throws Exception {
        assertThat(messages(Made.chest().put(Tag.STUDY_DATE, "20260828")))
                .containsExactly("The study was done on 2026-08-28, 53 days before the window of Week 8 opened"
                        + " (2026-10-20). It would fit Baseline.");
    }

    @Test
    void whatIsWrongWithADayIsSaidOnceForAllItsStudies() throws Exception {
        Made twoStudies = Made.chest()
                .series(Made.CT, "CT", "2", "Thorax thin too", 20, 2.0)
                .from(20, image -> image.putText(Tag.STUDY_INSTANCE_UID, "2.25.2"))
                .put(Tag.STUDY_DATE, "20260828");
        assertThat(check(twoStudies, "W08")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Codes.OUTSIDE_WINDOW);
            assertThat(finding.seriesUids()).hasSize(2);
        });
    }

    @Test
    void peopleWhoDifferOnlyInTheirSexAreToldApart() throws Exception {
        assertThat(messages(Made.chest().one(3, image -> image.putText(Tag.PATIENT_SEX, "O"))))
                .singleElement()
                .asString()
                .startsWith("The images write this patient in different ways: ")
                .contains("born 1961-03-14 · sex F", " and ", "born 1961-03-14 · sex O", ". Is it one person?");
        assertThat(messages(Made.chest().one(3, image -> image.remove(Tag.PATIENT_SEX))))
                .singleElement()
                .asString()
                .contains("born 1961-03-14 · sex F", "born 1961-03-14 · no sex given");
    }

    @Test
    void aBirthDateInTheOldFormIsTheSameDate() throws Exception {
        assertThat(messages(Made.chest().one(3, image -> image.putText(Tag.PATIENT_BIRTH_DATE, "1961.03.14"))))
                .isEmpty();
    }

    @Test
    void beforeSubjectAndVisitAreChosenOnlyTheImagesAreLookedAt() throws Exception {
        Made.chest().put(Tag.PATIENT_SEX, "M").without(9).write(folder);
        Catalog catalog = new Scanner().scan(List.of(folder), new Progress(), ScanListener.none());
        assertThat(Checks.run(new CheckInput(catalog.studies(), TRIAL, null, null, TODAY)))
                .extracting(Finding::code)
                .containsExactly(Codes.MISSING_SLICES);
    }

    private List<String> messages(Made images) throws Exception {
        return check(images, "W08").stream()
                .map(each -> WORDS.say(each.message()))
                .toList();
    }

    private List<Finding> check(Made images, String visit) throws Exception {
        Path home = Files.createTempDirectory(folder, "scene");
        images.write(home);
        Catalog catalog = new Scanner().scan(List.of(home), new Progress(), ScanListener.none());
        return Checks.run(new CheckInput(catalog.studies(), TRIAL, TRIAL.subject("S"), TRIAL.visit(visit), TODAY));
    }

    private static Trial trial(String json) {
        try {
            return TrialFile.read("trial.json", json.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            throw new AssertionError(e.problem().toString(), e);
        }
    }
}

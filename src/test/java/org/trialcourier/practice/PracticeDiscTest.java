// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.work.Sha256;

class PracticeDiscTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    @Test
    void theSameDayGivesTheSameFiles() throws IOException {
        assertThat(hashes(PracticeDisc.make(folder.resolve("a"), TODAY)))
                .isEqualTo(hashes(PracticeDisc.make(folder.resolve("b"), TODAY)))
                .hasSize(40 + 1 + 1 + 20 + 1 + 1 + 5);
    }

    @Test
    void theDiscThatIsBurnedAgainHoldsTheSameChestAndTheSeriesThatWasMissing() throws IOException {
        var first = hashes(PracticeDisc.make(folder.resolve("first"), TODAY));
        var again = hashes(PracticeDisc.makeAgain(folder.resolve("again"), TODAY));
        assertThat(again).hasSize(40 + 1 + 40 + 1);
        assertThat(again.keySet().stream().filter(first.keySet()::contains).filter(name -> !name.equals("DICOMDIR")))
                .hasSize(41)
                .allSatisfy(name -> assertThat(again.get(name)).isEqualTo(first.get(name)));
    }

    @Test
    void theChestIsOfTheSubjectThatThePracticeTrialWaitsFor() throws Exception {
        PracticeDisc.make(folder, TODAY);
        DataSet slice = DicomFile.read(folder.resolve("DICOM/ST000001/SE000001/IM000007"))
                .data();
        assertThat(slice.text(org.trialcourier.dicom.Tag.STUDY_INSTANCE_UID))
                .isEqualTo(PracticeDisc.chestStudyUid(TODAY));
        assertThat(slice.text(org.trialcourier.dicom.Tag.STUDY_DATE)).isEqualTo("20261120");
        assertThat(slice.text(org.trialcourier.dicom.Tag.PATIENT_NAME)).isEqualTo("Specimen^Fictional");
        assertThat(slice.text(org.trialcourier.dicom.Tag.PATIENT_BIRTH_DATE)).startsWith("1961");
        assertThat(slice.text(org.trialcourier.dicom.Tag.PATIENT_SEX)).isEqualTo("F");
    }

    @Test
    @Tag("peer")
    void dciodvfyFindsNoErrorInGoodFiles() throws Exception {
        PracticeDisc.make(folder, TODAY);
        List<String> errors = new ArrayList<>();
        for (String name : List.of(
                "DICOM/ST000001/SE000001/IM000007",
                "DICOM/ST000001/SE000002/IM000001",
                "DICOM/ST000002/SE000001/IM000001",
                "DICOM/ST000003/SE000001/IM000007",
                "DICOMDIR")) {
            run("dciodvfy", folder.resolve(name).toString())
                    .lines()
                    .filter(line -> line.startsWith("Error"))
                    .forEach(line -> errors.add(name + ": " + line));
        }
        assertThat(errors).isEmpty();
    }

    @Test
    @Tag("peer")
    void dcmdumpWalksTheTableOfContents() throws Exception {
        PracticeDisc.make(folder, TODAY);
        String dump = run("dcmdump", folder.resolve("DICOMDIR").toString());
        assertThat(dump.lines().filter(line -> line.contains("DirectoryRecordType")))
                .hasSize(2 + 3 + 4 + 62);
        // dcmdump prints where each record stands and what the offsets point to, and warns where they do not agree
        assertThat(dump).doesNotContain("(invalid)").doesNotContain("W: ").doesNotContain("E: ");
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static TreeMap<String, String> hashes(Path folder) throws IOException {
        TreeMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}

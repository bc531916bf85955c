// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.pixel.text.TextFinder;
import org.trialcourier.practice.PracticeTrial;
import tools.jackson.databind.JsonNode;

/** The ultrasound picture of the practice disc shows the patient's name: it leaves covered or on a person's word only. */
class BurnedInTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");

    @TempDir
    Path folder;

    private Terminal terminal;
    private Path disc;
    private Path trial;
    private String ultrasound;

    @BeforeEach
    void makeTheDisc() throws Exception {
        assumeTrue(TextFinder.ofThisComputer().isPresent(), "no finder for this kind of computer");
        terminal = new Terminal(folder.resolve("home"));
        disc = SmallDisc.make(folder.resolve("disc"), TODAY, 3);
        trial = PracticeTrial.make(folder.resolve("trial"), TODAY, NOWHERE, NOWHERE);
        for (JsonNode study : terminal.run("scan", disc, "--json").json().get("studies")) {
            for (JsonNode series : study.get("series")) {
                if (series.get("modality").asString().equals("US")) {
                    ultrasound = series.get("uid").asString();
                }
            }
        }
    }

    @Test
    void thePatientsNameInAPictureForbidsSendingAndIsNeverWrittenOut() throws Exception {
        Answer preview = run("preview");
        assertThat(codes(preview)).contains("burned-in-patient BLOCK " + ultrasound);
        disc = folderOfTheUltrasound();
        Answer held = run("deidentify", "--out", folder.resolve("out"));
        assertThat(held.exit()).isEqualTo(3);
        assertThat(held.json().get("held").toString()).contains("the patient’s own data is written in the pictures");
        Answer sent = run("submit");
        assertThat(sent.exit()).isNotZero();
        assertThat(codes(sent)).contains("burned-in-patient BLOCK " + ultrasound);
        assertThat(sent.json().get("submission").isNull()).isTrue();
    }

    @Test
    void aCoverOrAPersonsWordSettlesIt() {
        Answer covered = run("preview", "--cover", ultrasound + "=0,0,4000,4000");
        assertThat(codes(covered)).doesNotContain("burned-in");
        Answer looked = run("preview", "--looked", ultrasound);
        assertThat(codes(looked)).doesNotContain("burned-in");
        Answer elsewhere = run("preview", "--cover", ultrasound + "=600,400,10,10");
        assertThat(codes(elsewhere)).contains("burned-in-patient BLOCK");
    }

    @Test
    void aCoverThatIsNoRectangleIsWrongUsage() {
        assertThat(run("preview", "--cover", "1.2.3=1,2,3").exit()).isEqualTo(2);
        assertThat(run("preview", "--cover", "10,10,20,20").exit()).isEqualTo(2);
    }

    /** Another patient's images lie beside it, and those of two patients are not cleaned together. */
    private Path folderOfTheUltrasound() throws Exception {
        try (Stream<Path> files = Files.walk(disc.resolve("DICOM"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (DicomFile.read(file).data().text(Tag.SERIES_INSTANCE_UID).equals(ultrasound)) {
                    return Objects.requireNonNull(file.getParent());
                }
            }
        }
        throw new AssertionError("no ultrasound on the disc");
    }

    private Answer run(String command, Object... more) {
        Object[] words = new Object[9 + more.length];
        Object[] first = {
            command,
            disc,
            "--json",
            "--trial",
            trial,
            "--subject",
            PracticeTrial.DISC_SUBJECT,
            "--visit",
            PracticeTrial.DISC_VISIT
        };
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(more, 0, words, first.length, more.length);
        return terminal.run(words);
    }

    private static String codes(Answer answer) {
        StringBuilder codes = new StringBuilder();
        for (JsonNode finding : answer.json().get("findings")) {
            codes.append(finding.get("code").asString())
                    .append(' ')
                    .append(finding.get("severity").asString())
                    .append(' ');
            finding.get("series").forEach(uid -> codes.append(uid.asString()).append(' '));
        }
        return codes.toString();
    }
}

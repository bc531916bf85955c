// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.practice.PracticeTrial;

/** What a person sees who gives the wrong input, and that nothing is lost by it. */
class CommandLineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");

    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder.resolve("home"));
    }

    @Test
    void saysItsVersionAndItsCommands() {
        assertThat(terminal.run("--version").out()).startsWith("TrialCourier ");
        Answer help = terminal.run("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("scan", "preview", "deidentify", "submit", "queue", "demo", "audit", "doctor");
    }

    @Test
    void aWrongCommandOrOptionIsWrongUsage() {
        assertThat(terminal.run("scna").exit()).isEqualTo(2);
        assertThat(terminal.run("scan").exit()).isEqualTo(2);
        assertThat(terminal.run("submit", folder, "--nonsense").exit()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsEmptyOrMissingOrHasNoImagesIsSaidInASentence() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Answer nothing = terminal.run("scan", empty, "--json");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.err()).contains("empty");
        assertThat(nothing.json().get("files").intValue()).isZero();

        Answer missing = terminal.run("scan", folder.resolve("nowhere"));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("cannot be read");

        Files.writeString(empty.resolve("letter.txt"), "no image");
        Answer text = terminal.run("scan", empty, "--json");
        assertThat(text.exit()).isEqualTo(1);
        assertThat(text.json().get("leftOut")).hasSize(1);
        assertThat(text.err()).contains("no DICOM image");
    }

    @Test
    void aFolderWithoutTheRightToReadIsSaidInASentence() throws Exception {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Answer answer = terminal.run("scan", locked);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("right");
    }

    @Test
    void allMistakesOfATrialFileAreNamedWithTheirPlaces() throws Exception {
        Path trial = folder.resolve("trial.json");
        String good = new String(PracticeTrial.json(TODAY, NOWHERE, NOWHERE), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(
                trial,
                good.replaceFirst("\"timeZone\" ?: ?\"UTC\"", "\"timeZone\":\"Mars/Olympus\"")
                        .replaceFirst("\"type\" ?: ?\"tus\"", "\"type\":\"pigeon\"")
                        .replaceFirst("\"CleanPixelData\"", "\"CleanEverything\"")
                        .replaceFirst("\"action\" ?: ?\"K\"", "\"action\":\"Q\"")
                        .replaceFirst("\"schema\" ?: ?1", "\"schema\":\"one\""));
        Answer answer = terminal.run("preview", folder, "--trial", trial, "--subject", "x", "--visit", "y");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains(
                        "$.schema",
                        "$.site.timeZone",
                        "$.destination.type",
                        "$.deidentification.options[0]",
                        "$.deidentification.rules[0].action");
    }

    @Test
    void rulesThatDicomDoesNotKnowAreMistakesOfTheTrialFile() throws Exception {
        Path trial = folder.resolve("trial.json");
        String good = new String(PracticeTrial.json(TODAY, NOWHERE, NOWHERE), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(
                trial,
                good.replaceFirst(
                        "(?s)\"rules\" ?: ?\\[.*?]",
                        "\"rules\":[{\"tag\":\"PatientShoeSize\",\"action\":\"K\"},"
                                + "{\"tag\":\"(0019,xx0C)\",\"action\":\"K\"},"
                                + "{\"tag\":\"NoSequence.StudyID\",\"action\":\"X\"},"
                                + "{\"tag\":\"PatientAge\",\"action\":\"X\"},"
                                + "{\"tag\":\"(0010,1010)\",\"action\":\"K\"}]"));
        Answer answer = terminal.run("preview", folder, "--trial", trial, "--subject", "x", "--visit", "y");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains(
                        "$.deidentification.rules[0]",
                        "PatientShoeSize",
                        "$.deidentification.rules[1]",
                        "$.deidentification.rules[2]",
                        "NoSequence",
                        "$.deidentification.rules[4]");
    }

    @Test
    void aLossByTheRulesIsAFindingThatNamesTheRule() throws Exception {
        DataSet tracer = new DataSet();
        tracer.putText(0x00181074, "370000000");
        DataSet pet = new DataSet();
        pet.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.128");
        pet.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.8.1");
        pet.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.8");
        pet.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.0.9999.8.2");
        pet.putText(Tag.MODALITY, "PT");
        pet.putText(Tag.PATIENT_NAME, "Fictional^Lossy");
        pet.putText(Tag.PATIENT_WEIGHT, "61");
        pet.putItems(0x00540016, List.of(tracer));
        Path images = Files.createDirectory(folder.resolve("pet"));
        DicomFile.of(pet, TransferSyntax.EXPLICIT_LITTLE).write(images.resolve("1.dcm"));
        Path trial = folder.resolve("trial.json");
        String good = new String(PracticeTrial.json(TODAY, NOWHERE, NOWHERE), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(
                trial,
                good.replaceFirst("(?s)\"options\" ?: ?\\[.*?]", "\"options\":[]")
                        .replaceFirst("(?s)\"rules\" ?: ?\\[.*?]", "\"rules\":[]"));
        Answer answer = terminal.run(
                "preview",
                images,
                "--trial",
                trial,
                "--subject",
                PracticeTrial.DISC_SUBJECT,
                "--visit",
                PracticeTrial.DISC_VISIT,
                "--json");
        assertThat(answer.json().get("findings").toString())
                .contains("lost-by-rules", "PatientWeight", "PS3.15 E.1-1", "REASON");
        Answer sent = terminal.run(
                "submit",
                images,
                "--trial",
                trial,
                "--subject",
                PracticeTrial.DISC_SUBJECT,
                "--visit",
                PracticeTrial.DISC_VISIT);
        assertThat(sent.exit()).isEqualTo(3);
        assertThat(sent.err()).contains("PatientWeight", "lost-by-rules");
    }

    @Test
    void anUnknownSubjectOrVisitListsTheKnownOnes() throws Exception {
        Path trial = PracticeTrial.make(folder.resolve("trial"), TODAY, NOWHERE, NOWHERE);
        Answer subject = terminal.run("submit", folder, "--trial", trial, "--subject", "999", "--visit", "W08");
        assertThat(subject.exit()).isEqualTo(2);
        assertThat(subject.err()).contains("999", PracticeTrial.DISC_SUBJECT);
        Answer visit = terminal.run(
                "submit", folder, "--trial", trial, "--subject", PracticeTrial.DISC_SUBJECT, "--visit", "W99");
        assertThat(visit.exit()).isEqualTo(2);
        assertThat(visit.err()).contains("W99", PracticeTrial.DISC_VISIT);
    }

    @Test
    void twoPatientsAreBlockedAndNothingIsQueued() throws Exception {
        Path trial = PracticeTrial.make(folder.resolve("trial"), TODAY, NOWHERE, NOWHERE);
        Path disc = SmallDisc.make(folder.resolve("disc"), TODAY, 3);
        Answer answer = terminal.run(
                "submit",
                disc,
                "--trial",
                trial,
                "--subject",
                PracticeTrial.DISC_SUBJECT,
                "--visit",
                PracticeTrial.DISC_VISIT);
        assertThat(answer.exit()).isEqualTo(3);
        List<String> said = answer.err()
                .lines()
                .filter(line -> line.contains("different patients"))
                .toList();
        assertThat(said).as(answer.err()).hasSize(1);
        assertThat(answer.err()).doesNotContain("was born in", "[outside-window]");
        assertThat(terminal.run("queue", "list", "--json").json().get("submissions"))
                .isEmpty();
    }

    @Test
    void imagesOfTwoPatientsAreNotWrittenUnderOneSubject() throws Exception {
        Path trial = PracticeTrial.make(folder.resolve("trial"), TODAY, NOWHERE, NOWHERE);
        Path disc = SmallDisc.make(folder.resolve("disc"), TODAY, 3);
        Path out = folder.resolve("out");
        Path mapping = folder.resolve("mapping.csv");
        Answer answer = terminal.deidentify(disc, trial, out, "--mapping", mapping);
        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.err())
                .contains("different patients", "No file was written.", "Give only the files or folders of one patient")
                .doesNotContain("sent");
        assertThat(answer.json().get("written")).isEmpty();
        assertThat(answer.json().get("findings").toString()).contains("two-patients");
        assertThat(out).doesNotExist();
        assertThat(mapping).doesNotExist();
    }

    @Test
    void rulesThatKeepWhoSomebodyIsOrTakeThePictureAwayAreMistakesOfTheTrialFile() throws Exception {
        Path trial = folder.resolve("trial.json");
        String good = new String(PracticeTrial.json(TODAY, NOWHERE, NOWHERE), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(
                trial,
                good.replaceFirst(
                        "(?s)\"rules\" ?: ?\\[.*?]",
                        "\"rules\":[{\"tag\":\"PatientBirthDate\",\"action\":\"K\"},"
                                + "{\"tag\":\"AccessionNumber\",\"action\":\"K\"},"
                                + "{\"tag\":\"RequestAttributesSequence.ReferringPhysicianName\",\"action\":\"K\"},"
                                + "{\"tag\":\"PatientID\",\"action\":\"X\"},"
                                + "{\"tag\":\"(7fe0,0010)\",\"action\":\"X\"}]"));
        for (List<Object> command : List.<List<Object>>of(
                List.of("trials", "add", trial),
                List.of("visits", "--trial", trial),
                List.of("sign-in", "--trial", trial),
                List.of("preview", folder, "--trial", trial, "--subject", "x", "--visit", "y"))) {
            Answer answer = terminal.run(command.toArray());
            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.err())
                    .contains(
                            "$.deidentification.rules[0]: PatientBirthDate says who somebody is and cannot be kept",
                            "$.deidentification.rules[1]: AccessionNumber",
                            "$.deidentification.rules[2]: RequestAttributesSequence.ReferringPhysicianName",
                            "$.deidentification.rules[3]: PatientID becomes the subject's id",
                            "$.deidentification.rules[4]: the action X would leave images without their picture");
        }
        assertThat(terminal.run("trials", "list", "--json").json().get("trials"))
                .isEmpty();
    }

    @Test
    void anUnknownSubmissionIsWrongUsage() {
        assertThat(terminal.run("queue", "cancel", "00000000").exit()).isEqualTo(2);
    }

    @Test
    void aMistypedCommandIsNoFile() {
        Answer answer = terminal.run("scann");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("scann");
    }

    /** A test of the window that saw none has not passed. */
    @Test
    void theSelfTestFailsWhereThereIsNoDisplay() {
        Answer answer = terminal.run("--self-test");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("the window was not seen");
    }

    @Test
    void whatTheWindowWouldOpenNeedsADisplay() {
        assertThat(terminal.run(folder).exit()).isEqualTo(2);
        assertThat(terminal.run("trialcourier://join?trial=X").err()).contains("no display");
    }
}

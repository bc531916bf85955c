// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Study;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.work.Progress;

class MemoryTest {
    private static final Trial TRIAL = ScenarioTest.TRIAL;
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path folder;

    private final Marks marks = new Marks(KEY);

    @ParameterizedTest
    @CsvSource({
        "Specimen^Fictional, SPECIMEN^FICTIONAL^^^",
        "Spécimen^Fictional, Specimen^fictional",
        "Specimen^Fictional, Fictional Specimen",
        "'O''Specimen^Fictional', OSpecimen^Fictional",
    })
    void oneNameInTwoWritingsHasOneMark(String one, String other) {
        assertThat(fingerprint(one, "", "").name())
                .isNotEmpty()
                .isEqualTo(fingerprint(other, "", "").name());
    }

    @Test
    void anotherKeyGivesOtherMarks() {
        byte[] other = KEY.clone();
        other[0] = 1;
        assertThat(new Marks(other).of(identity("A^B", "19610314", "7")))
                .isNotEqualTo(marks.of(identity("A^B", "19610314", "7")));
    }

    @Test
    void marksHoldNothingReadable() {
        Fingerprint print = marks.of(identity("Specimen^Fictional", "19610314", "TESTPATIENT-1"));
        assertThat(print.toString()).doesNotContainIgnoringCase("specimen").doesNotContain("1961", "TESTPATIENT");
        assertThat(marks).hasToString("•••");
    }

    @Test
    void thePersonOfAnotherSubjectIsNoticed() throws Exception {
        Memory memory = sent("U", Made.chest().put(Tag.STUDY_INSTANCE_UID, "2.25.9"));
        assertThat(codes(Made.chest(), memory)).containsExactly(Codes.OTHER_SUBJECT);
    }

    @Test
    void anotherPersonUnderOneSubjectIsNoticed() throws Exception {
        Memory memory = sent("S", stranger());
        assertThat(codes(Made.chest(), memory)).containsExactly(Codes.OTHER_PERSON);
    }

    @Test
    void aChangedBirthDateIsNoticed() throws Exception {
        Memory memory =
                sent("S", Made.chest().put(Tag.STUDY_INSTANCE_UID, "2.25.9").put(Tag.PATIENT_BIRTH_DATE, "19610413"));
        assertThat(codes(Made.chest(), memory)).containsExactly(Codes.PERSON_CHANGED);
    }

    @Test
    void theSamePersonAgainIsFine() throws Exception {
        Memory memory = sent("S", Made.chest().put(Tag.STUDY_INSTANCE_UID, "2.25.9"));
        assertThat(codes(Made.chest(), memory)).isEmpty();
    }

    @Test
    void aStudySentBeforeIsNoticedAndOnlyTheNewImagesAreOffered() throws Exception {
        Memory memory = sent("S", Made.chest().without(15, 16, 17, 18, 19));
        List<Study> all = scan(Made.chest());
        assertThat(findings(all, memory)).singleElement().satisfies(finding -> assertThat(
                        Words.english().say(finding.message()))
                .isEqualTo("Sent before, for subject S, visit Week 8: 15 of 20 images. Send only what is new (5)."));
        List<Study> delta = memory.delta(all, "S", "W08");
        assertThat(delta.stream().flatMap(Study::instances).map(Instance::sopInstanceUid))
                .containsExactly("2.25.1100016", "2.25.1100017", "2.25.1100018", "2.25.1100019", "2.25.1100020")
                .hasSize(5);
    }

    @Test
    void whatOnlyWaitsInTheQueueIsNotSaidToBeSent() throws Exception {
        assertThat(said(held(sent("S", Made.chest().without(15, 16, 17, 18, 19)))))
                .isEqualTo("In the queue already, for subject S, visit Week 8, and not received yet: 15 of 20 images."
                        + " Send only what is new (5).");
        assertThat(said(held(sent("S", Made.chest()))))
                .startsWith("All of it is in the queue already, for subject S, visit Week 8, and not received yet"
                        + " (Needs you): 20 images.");
    }

    private String said(Memory memory) throws Exception {
        return Words.english()
                .say(findings(scan(Made.chest()), memory).getFirst().message());
    }

    private Memory held(Memory sent) {
        return new Memory(
                marks,
                sent.sent().stream().map(each -> each.standing("state.held")).toList());
    }

    @Test
    void whereNothingIsNewNoRestIsOffered() throws Exception {
        Memory memory = sent("S", Made.chest());
        assertThat(findings(scan(Made.chest()), memory)).singleElement().satisfies(finding -> {
            assertThat(finding.remedy()).isEqualTo(Finding.Remedy.CHOOSE_AGAIN);
            assertThat(Words.english().say(finding.message()))
                    .startsWith("All of it was sent before, for subject S, visit ")
                    .contains("20 images. There is nothing new to send.");
        });
    }

    @Test
    void onlyWhatIsKnownOnBothSidesCountsAsCompared() throws Exception {
        List<Study> images = scan(Made.chest());
        Subject known = TRIAL.subject("S");
        assertThat(Compared.of(images, known, Memory.NONE))
                .containsExactly(Phrase.of("compared.sex"), Phrase.of("compared.birth-year"));
        assertThat(Compared.of(images, known, sent("S", Made.chest()))).contains(Phrase.of("compared.sent"));
        Subject unknown = new Subject("N", "", OptionalInt.empty(), null, Map.of());
        assertThat(Compared.of(images, unknown, sent("S", Made.chest()))).isEmpty();
    }

    @Test
    void aStudyWhoseImagesWriteThePatientInTwoWaysIsRememberedWhole() throws Exception {
        Made twoWays = Made.chest().one(0, image -> image.putText(Tag.PATIENT_NAME, "Specimen^Fictional=Spécimen^F"));
        List<Study> all = scan(twoWays);
        assertThat(all).hasSize(2);
        Memory memory = new Memory(marks, List.of(Sent.of("T", "S", "W08", all, marks)));
        assertThat(memory.delta(all, "S", "W08")).isEmpty();
    }

    @Test
    void suggestionsComeWithReasonsTheLikeliestFirst() throws Exception {
        List<Study> studies = scan(Made.chest());
        List<Suggestion> ranked = new Matching(TRIAL, Memory.NONE).rank(studies, 3);
        assertThat(ranked.getFirst()).satisfies(best -> {
            assertThat(best.subject().id()).isEqualTo("S");
            assertThat(best.visit().id()).isEqualTo("W08");
            assertThat(best.reasons().stream().map(Words.english()::say))
                    .containsExactly(
                            "the sex agrees",
                            "the year of birth agrees",
                            "the study date lies in the window of Week 8",
                            "Week 8 asks for CT");
            assertThat(best.doubts()).isEmpty();
        });
        assertThat(ranked).extracting(Suggestion::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aPersonSeenBeforeIsSuggestedAsThatSubject() throws Exception {
        Memory memory = sent("U", stranger());
        Suggestion best = new Matching(TRIAL, memory).rank(scan(stranger()), 3).getFirst();
        assertThat(best.subject().id()).isEqualTo("U");
        assertThat(best.reasons().stream().map(Words.english()::say))
                .contains("earlier images of this person belong to this subject");
    }

    @Test
    void nobodyIsSuggestedForSomebodyWhoFitsNobody() throws Exception {
        assertThat(new Matching(TRIAL, Memory.NONE)
                        .rank(scan(Made.chest().put(Tag.PATIENT_SEX, "M").put(Tag.PATIENT_BIRTH_DATE, "19010101")), 9))
                .noneMatch(suggestion -> suggestion.subject().id().equals("S"));
    }

    @Test
    void whatSpeaksAgainstASubjectIsToldWhoeverIsSuggested() throws Exception {
        Matching matching = new Matching(TRIAL, Memory.NONE);
        Subject subject = TRIAL.subjects().stream()
                .filter(each -> each.id().equals("S"))
                .findFirst()
                .orElseThrow();
        assertThat(matching.doubts(scan(Made.chest()), subject)).isEmpty();
        List<Study> others = scan(Made.chest().put(Tag.PATIENT_SEX, "M").put(Tag.PATIENT_BIRTH_DATE, "19010101"));
        assertThat(matching.doubts(others, subject).stream().map(Words.english()::say))
                .containsExactly("the sex differs", "the year of birth differs");
        assertThat(matching.doubts(List.of(), subject)).isEmpty();
    }

    private static Made stranger() {
        return Made.chest()
                .put(Tag.STUDY_INSTANCE_UID, "2.25.9")
                .put(Tag.PATIENT_NAME, "Sample^Invented")
                .put(Tag.PATIENT_ID, "TESTPATIENT-9")
                .put(Tag.PATIENT_BIRTH_DATE, "19490730");
    }

    private Memory sent(String subject, Made images) throws Exception {
        return new Memory(marks, List.of(Sent.of("T", subject, "W08", scan(images), marks)));
    }

    private Set<String> codes(Made images, Memory memory) throws Exception {
        return Set.copyOf(
                findings(scan(images), memory).stream().map(Finding::code).toList());
    }

    private static List<Finding> findings(List<Study> studies, Memory memory) throws Exception {
        return Checks.run(new CheckInput(
                studies,
                TRIAL,
                TRIAL.subject("S"),
                TRIAL.visit("W08"),
                LocalDate.of(2026, 10, 28),
                memory,
                Set.of(),
                Map.of()));
    }

    private List<Study> scan(Made images) throws Exception {
        Path home = Files.createTempDirectory(folder, "scene");
        images.write(home);
        return new Scanner()
                .scan(List.of(home), new Progress(), ScanListener.none())
                .studies();
    }

    private Fingerprint fingerprint(String name, String birthDate, String id) {
        return marks.of(identity(name, birthDate, id));
    }

    private static PatientIdentity identity(String name, String birthDate, String id) {
        return new PatientIdentity(Phi.of(id), Phi.of(name), Phi.of(birthDate), Phi.of(""), "F");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;

/** What goes wrong at a desk: the right finding, in the right words, with the right exit code. */
class CoordinatorTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.systemDefault());

    @TempDir
    Path folder;

    private Terminal terminal;
    private Receiver receiver;
    private Path trial;
    private Path chest;

    @BeforeEach
    void open() throws Exception {
        terminal = new Terminal(folder.resolve("home"));
        receiver = Receiver.start(
                new ReceiverOptions(0, folder.resolve("receiver"), List.of(), Clock.systemDefaultZone()));
        trial = PracticeTrial.make(folder.resolve("trial"), TODAY, receiver.tusUrl(), receiver.apiUrl());
        chest = SmallDisc.make(folder.resolve("disc"), TODAY, 1)
                .resolve("DICOM")
                .resolve("ST000001");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Answer submit(String subject, String visit, Object... more) {
        List<Object> words = new ArrayList<>(List.of("submit", chest, "--trial", trial, "--json"));
        words.addAll(List.of("--subject", subject, "--visit", visit));
        words.addAll(List.of(more));
        return terminal.run(words.toArray());
    }

    /** A reason for each finding that asks for one. */
    private static List<Object> reasons(Answer refused, String reason) {
        List<Object> words = new ArrayList<>();
        refused.json().get("findings").forEach(finding -> {
            if (finding.get("severity").asString().equals("REASON")) {
                words.addAll(List.of("--reason", finding.get("code").asString() + "=" + reason));
            }
        });
        return words;
    }

    private void nothingIsQueued() {
        assertThat(terminal.run("queue", "list", "--json").json().get("submissions"))
                .isEmpty();
    }

    @Test
    void theWrongSubjectAndAVisitNotDoneAreCaughtBeforeAnythingLeaves() {
        Answer wrong = submit("001-0006", "W16");
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.out())
                .contains("sex-differs", "birth-year-differs", "outside-window", "visit-not-done")
                .contains("The scanner was out of order.");
        assertThat(wrong.err()).contains("subject 001-0006");
        Answer stranger = submit("001-0099", "W08");
        assertThat(stranger.exit()).isEqualTo(2);
        assertThat(stranger.err()).contains("001-0099", "001-0003");
        nothingIsQueued();
    }

    @Test
    void whatIsTypedIsLookedAtBeforeItIsKept() throws Exception {
        Answer refused = submit(PracticeTrial.DISC_SUBJECT, "W16");
        assertThat(refused.exit()).isEqualTo(3);
        Answer named = submit(
                PracticeTrial.DISC_SUBJECT,
                "W16",
                reasons(refused, "Specimen Fictional came late").toArray());
        assertThat(named.exit()).isEqualTo(3);
        assertThat(named.err()).contains("names the patient").doesNotContain("Specimen");
        List<Object> good = reasons(refused, "agreed with the sponsor");
        for (String wrong : List.of("contrast=maybe", "contrast-volume=900", "colour=blue")) {
            List<Object> answered = new ArrayList<>(good);
            answered.addAll(List.of("--form", "contrast=yes", "--form", wrong));
            Answer answer = submit(PracticeTrial.DISC_SUBJECT, "W16", answered.toArray());
            assertThat(answer.exit()).as(wrong).isEqualTo(3);
        }
        nothingIsQueued();
        assertThat(Files.readString(audit())).doesNotContainIgnoringCase("specimen");
    }

    private Path audit() {
        Path file = folder.resolve("audit.json");
        assertThat(terminal.run("audit", "export", "--out", file).exit()).isZero();
        return file;
    }

    @Test
    void theSameStudyForAnotherVisitIsToldAndAQuestionIsAnsweredOnce() throws Exception {
        Answer refused = submit(PracticeTrial.DISC_SUBJECT, "W08");
        List<Object> words = reasons(refused, "all that was acquired");
        words.add("--wait");
        Answer sent = submit(PracticeTrial.DISC_SUBJECT, "W08", words.toArray());
        assertThat(sent.exit()).as(sent.err()).isZero();
        Answer other = submit(PracticeTrial.DISC_SUBJECT, "W16");
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.out()).contains("sent-before", "outside-window");
        assertThat(other.err()).contains("Sent before, for subject 001-0003, visit Week 8");

        UUID id = UUID.fromString(sent.json().get("submission").get("id").asString());
        assertThat(receiver.ask(id, List.of("Not compliant: slice thickness"))).isTrue();
        Answer run = terminal.run("queue", "run");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("Question", "Not compliant: slice thickness");
        assertThat(terminal.run("visits").out()).contains("Question");
        assertThat(terminal.run("queue", "answer", id, "--text", "The protocol was amended.")
                        .exit())
                .isZero();
        Answer twice = terminal.run("queue", "answer", id, "--text", "Once more.");
        assertThat(twice.exit()).isEqualTo(1);
        assertThat(twice.err()).contains("is not possible now");
    }
}

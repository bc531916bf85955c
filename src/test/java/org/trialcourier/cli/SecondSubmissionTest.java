// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import tools.jackson.databind.JsonNode;

/** What happens after a first submission: the receiver asks, and more of the same study is sent. */
class SecondSubmissionTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.systemDefault());

    @TempDir
    Path folder;

    private Terminal terminal;
    private Receiver receiver;
    private Path trial;
    private Path some;
    private Path all;

    @BeforeEach
    void open() throws Exception {
        terminal = new Terminal(folder.resolve("home"));
        receiver = Receiver.start(
                new ReceiverOptions(0, folder.resolve("receiver"), List.of(), Clock.systemDefaultZone()));
        trial = PracticeTrial.make(folder.resolve("trial"), TODAY, receiver.tusUrl(), receiver.apiUrl());
        all = SmallDisc.make(folder.resolve("disc"), TODAY, 6).resolve("DICOM").resolve("ST000001");
        some = Files.createDirectory(folder.resolve("some"));
        try (Stream<Path> files = Files.list(all.resolve("SE000001"))) {
            for (Path file : files.sorted().limit(4).toList()) {
                Files.copy(file, some.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    /** Submits, giving the same reason for every finding that asks for one. */
    private Answer submit(Path images, Object... more) {
        List<Object> words = new ArrayList<>(List.of("submit", images, "--trial", trial, "--wait", "--json"));
        words.addAll(List.of("--subject", PracticeTrial.DISC_SUBJECT, "--visit", PracticeTrial.DISC_VISIT));
        words.addAll(List.of(more));
        Answer first = terminal.run(words.toArray());
        if (first.out().isBlank() || !first.json().get("submission").isNull()) {
            return first;
        }
        first.json()
                .get("findings")
                .forEach(finding -> words.addAll(
                        List.of("--reason", finding.get("code").asString() + "=the console had hidden them")));
        return terminal.run(words.toArray());
    }

    private static UUID id(Answer answer) {
        JsonNode submission = answer.json().get("submission");
        return UUID.fromString(submission.isObject() ? submission.get("id").asString() : submission.asString());
    }

    private Set<String> stored(UUID submission) throws IOException {
        Path bag = folder.resolve("receiver").resolve(submission.toString()).resolve("bag");
        try (Stream<Path> files = Files.walk(bag.resolve("data"))) {
            Set<String> names = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(".dcm"))
                    .forEach(file -> names.add(bag.relativize(file).toString()));
            return names;
        }
    }

    @Test
    void onlyTheNewImagesOfAStudyAreSentWithAReasonAndTheSameUids() throws Exception {
        Answer first = submit(some);
        assertThat(first.exit()).as(first.err()).isZero();
        Set<String> before = stored(id(first));
        assertThat(before).hasSize(4);

        Answer again = terminal.run(
                "submit",
                some,
                "--trial",
                trial,
                "--subject",
                PracticeTrial.DISC_SUBJECT,
                "--visit",
                PracticeTrial.DISC_VISIT,
                "--only-new");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("nothing to send");

        Answer rest = submit(all, "--only-new");
        assertThat(rest.exit()).as(rest.err()).isZero();
        assertThat(rest.codes()).contains("adds-to-sent").doesNotContain("sent-before");
        Set<String> added = stored(id(rest));
        assertThat(added).isNotEmpty().doesNotContainAnyElementsOf(before);
        String study = before.iterator().next().split("/", -1)[1];
        assertThat(added).allMatch(name -> name.contains(study));
        assertThat(terminal.run("audit", "export").out()).contains("the console had hidden them");
    }

    @Test
    void whatTheReceiverAsksIsShownAnsweredAndOver() throws Exception {
        Answer first = submit(some);
        UUID submission = id(first);
        assertThat(terminal.run("queue", "answer", submission, "--text", "Nobody asked")
                        .exit())
                .isNotZero();
        assertThat(receiver.ask(submission, List.of("Where are the last slices?")))
                .isTrue();
        Answer run = terminal.run("queue", "run", "--json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("Where are the last slices?");
        assertThat(terminal.run("visits", "--json").out()).contains("\"query\"", "Where are the last slices?");

        Answer rest = submit(all, "--only-new");
        assertThat(rest.exit()).as(rest.err()).isZero();
        Path table = folder.resolve("visits.csv");
        assertThat(terminal.run("visits", "--csv", table, "--json").out())
                .as("what was sent since answers nothing")
                .contains("Where are the last slices?");
        assertThat(table).content().contains("Where are the last slices?");
        assertThat(terminal.run("queue", "answer", submission, "--text", " ").exit())
                .isNotZero();
        Answer named = terminal.run(
                "queue", "answer", submission, "--text", "Fictional Specimen was moved", "--correction", id(rest));
        assertThat(named.exit()).isNotZero();
        assertThat(named.err()).contains("of the patient");
        Answer answered = terminal.run(
                "queue", "answer", submission, "--text", "They were hidden; sent now.", "--correction", id(rest));
        assertThat(answered.exit()).as(answered.err()).isZero();
        assertThat(answered.out()).contains("Received");
        assertThat(terminal.run("visits", "--json").out()).doesNotContain("Where are the last slices?");
        String kept = Files.readString(
                folder.resolve("receiver").resolve(submission.toString()).resolve("state.json"));
        assertThat(kept).contains("They were hidden; sent now.", id(rest).toString());
        assertThat(terminal.run("audit", "export").out()).contains("query.answered", "Where are the last slices?");
        assertThat(terminal.run("audit", "verify").exit()).isZero();
    }

    @Test
    void inPracticeTheReceiverAsksByItselfAboutImagesThatAreMissing() throws Exception {
        receiver.close();
        receiver = Receiver.start(new ReceiverOptions(
                0,
                folder.resolve("receiver"),
                List.of(),
                Clock.systemDefaultZone(),
                sent -> PracticeTrial.questions(sent.instances())));
        Answer first = submit(some);
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(receiver.read(Duration.ofHours(1))).as("too early").isFalse();
        assertThat(receiver.read(Duration.ZERO)).isTrue();
        assertThat(terminal.run("queue", "run").exit())
                .as("a person has to answer")
                .isEqualTo(3);
        assertThat(terminal.run("visits", "--json").out())
                .contains("\"query\"", "We received 4 images; a chest of this trial has 40.");
        Answer rest = submit(all, "--only-new");
        assertThat(rest.exit()).as(rest.err()).isZero();
        assertThat(receiver.read(Duration.ZERO))
                .as("the second of a visit raises no question")
                .isFalse();
        Answer answered = terminal.run(
                "queue", "answer", id(first), "--text", "They were hidden; sent now.", "--correction", id(rest));
        assertThat(answered.exit()).as(answered.err()).isZero();
        assertThat(receiver.read(Duration.ZERO))
                .as("what was answered is not asked again")
                .isFalse();
        assertThat(terminal.run("queue", "list", "--json").out()).doesNotContain("We received 4 images");
        assertThat(terminal.run("queue", "receipt", id(first), "--out", folder.resolve("receipt.pdf"))
                        .exit())
                .as("the receipt comes with the answer")
                .isZero();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;

/** Two trials of two sponsors on one workstation, and the same person's scan in both: neither learns of the other. */
class TwoTrialsTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.systemDefault());

    @TempDir
    Path folder;

    /** A trial, its receiver and what would tell of it. */
    private record Side(String trial, String subject, Path file, Receiver receiver, Path store, Set<String> traits) {}

    private Side side(String trial, String sponsor, String subjects) throws Exception {
        Path store = folder.resolve(trial + "-receiver");
        Receiver receiver = Receiver.start(new ReceiverOptions(0, store, List.of(), Clock.systemDefaultZone()));
        String json =
                new String(PracticeTrial.json(TODAY, receiver.tusUrl(), receiver.apiUrl()), StandardCharsets.UTF_8);
        Path file = Files.writeString(
                folder.resolve(trial + ".json"),
                json.replace(PracticeTrial.ID, trial)
                        .replace("Practice trial", trial + " study")
                        .replace("Fictional Pharma", sponsor)
                        .replace("001-000", subjects + "-000"));
        Set<String> traits = new TreeSet<>(Set.of(
                trial,
                sponsor,
                subjects + "-000",
                "127.0.0.1:" + receiver.tusUrl().getPort()));
        return new Side(trial, subjects + "-0003", file, receiver, store, traits);
    }

    private Answer submit(Terminal terminal, Path images, Side side) {
        List<Object> words = new ArrayList<>(List.of("submit", images, "--trial", side.file(), "--wait", "--json"));
        words.addAll(List.of("--subject", side.subject(), "--visit", PracticeTrial.DISC_VISIT));
        Answer first = terminal.run(words.toArray());
        first.json().get("findings").forEach(finding -> {
            if (finding.get("severity").asString().equals("REASON")) {
                words.addAll(List.of("--reason", finding.get("code").asString() + "=asked for by the protocol"));
            }
        });
        Answer sent = first.json().get("submission").isNull() ? terminal.run(words.toArray()) : first;
        assertThat(sent.exit()).as(sent.err()).isZero();
        return sent;
    }

    /** What a receiver holds, names and bytes alike. */
    private static String all(Path store) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(store.relativize(file)).append('\n');
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
            }
        }
        return all.toString();
    }

    private static void addUids(Side side) throws IOException {
        try (Stream<Path> files = Files.walk(side.store())) {
            files.filter(file -> file.toString().endsWith(".dcm")).forEach(file -> {
                for (Path part : file.subpath(file.getNameCount() - 3, file.getNameCount())) {
                    side.traits().add(part.toString().replace(".dcm", ""));
                }
            });
        }
    }

    @Test
    void neitherSponsorCanSeeOrDeriveTheOther() throws Exception {
        Terminal terminal = new Terminal(folder.resolve("home"));
        Side one = side("LUMEN-301", "Alpha Pharma", "L3");
        Side two = side("NOVA-7", "Beta Biotech", "N7");
        try (Receiver first = one.receiver();
                Receiver second = two.receiver()) {
            Path chest = SmallDisc.make(folder.resolve("disc"), TODAY, 1)
                    .resolve("DICOM")
                    .resolve("ST000001");
            for (Side side : List.of(one, two)) {
                assertThat(terminal.run("trials", "add", side.file()).exit()).isZero();
            }
            Answer sentOne = submit(terminal, chest, one);
            assertThat(sentOne.codes()).doesNotContain("sent-elsewhere");
            Answer sentTwo = submit(terminal, chest, two);
            assertThat(sentTwo.codes())
                    .as("the same images in another trial are told, the person is not")
                    .contains("sent-elsewhere")
                    .doesNotContain("other-subject", "other-person", "person-changed", "sent-before");
            for (Side side : List.of(one, two)) {
                addUids(side);
                Answer sent = side == one ? sentOne : sentTwo;
                side.traits().add(sent.json().get("submission").get("id").asString());
            }
            assertThat(one.traits()).hasSizeGreaterThan(8);
            assertThat(first.tusUrl()).isNotEqualTo(second.tusUrl());
            sees(terminal, one, two);
            sees(terminal, two, one);
            assertThat(all(one.store())).contains(one.trial(), one.subject());
        }
    }

    private void sees(Terminal terminal, Side own, Side other) throws Exception {
        List<String> views = new ArrayList<>();
        views.add(all(own.store()));
        Path csv = folder.resolve("board.csv");
        Path ics = folder.resolve("board.ics");
        for (Object which : List.of(own.trial(), own.file())) {
            views.add(terminal.run("visits", "--trial", which, "--csv", csv, "--ics", ics)
                    .out());
            views.add(Files.readString(csv));
            views.add(Files.readString(ics));
        }
        views.add(terminal.run("visits", "--trial", own.trial(), "--json").out());
        views.add(terminal.run("queue", "list", "--trial", own.trial()).out());
        views.add(
                terminal.run("queue", "list", "--trial", own.trial(), "--json").out());
        views.add(terminal.run("audit", "export", "--trial", own.trial()).out());
        views.add(terminal.run("audit", "export", "--trial", own.trial(), "--json")
                .out());
        assertThat(views).allSatisfy(view -> assertThat(view).isNotBlank().doesNotContain(other.traits()));
        assertThat(views.getLast()).contains("trial.joined", "submission.queued", "receiver.key-first-seen");
    }

    @Test
    void thePracticeTrialKnowsNoOtherReceiverThanThisComputer() throws Exception {
        Terminal terminal = new Terminal(folder.resolve("home"));
        URI local = URI.create("http://127.0.0.1:9/files/");
        URI real = URI.create("https://lab.example/files/");
        Path images = SmallDisc.make(folder.resolve("disc"), TODAY, 1)
                .resolve("DICOM")
                .resolve("ST000001");
        Path good = PracticeTrial.make(folder.resolve("good"), TODAY, local, local);
        for (Path wrong : List.of(
                PracticeTrial.make(folder.resolve("tus"), TODAY, real, local),
                PracticeTrial.make(folder.resolve("api"), TODAY, local, real))) {
            assertThat(terminal.run("trials", "add", wrong).err())
                    .contains("The practice trial would send to lab.example");
            Answer submitted = submitOnce(terminal, images, wrong);
            assertThat(submitted.exit()).isNotZero();
            assertThat(submitted.err()).contains("Practice data must never reach a real receiver");
        }
        Answer told = submitOnce(terminal, images, good, "--to", real);
        assertThat(told.exit()).isNotZero();
        assertThat(told.err()).contains("lab.example, which is not this computer");
        assertThat(terminal.run("queue", "list", "--json").json().get("submissions"))
                .isEmpty();
    }

    private static Answer submitOnce(Terminal terminal, Path images, Path trial, Object... more) {
        List<Object> words = new ArrayList<>(List.of("submit", images, "--trial", trial));
        words.addAll(List.of("--subject", PracticeTrial.DISC_SUBJECT, "--visit", PracticeTrial.DISC_VISIT));
        words.addAll(List.of(more));
        return terminal.run(words.toArray());
    }
}

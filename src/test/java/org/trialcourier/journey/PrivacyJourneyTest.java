// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;

/** Promises 1 and 2: a patient made of sentinel words goes through the whole job, and none of the words is left. */
class PrivacyJourneyTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("UTC"));

    @TempDir
    Path folder;

    private final Traces traces = new Traces(SentinelPatient.WORDS);
    private final LocalDate today = LocalDate.now(CLOCK);
    private Path source;

    @BeforeEach
    void writeImages() throws Exception {
        source = SentinelPatient.write(
                folder.resolve("in"), 12, today.minusDays(2).format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    @Test
    void theSentinelsAreInTheInput() throws Exception {
        Set<String> found = new TreeSet<>();
        for (String place : traces.below(folder.resolve("in"))) {
            found.add(place.split(" in | the name ")[0]);
        }
        assertThat(String.join("|", traces.below(folder.resolve("in")))).contains(SentinelPatient.WORDS.get(0));
        assertThat(found).hasSizeGreaterThanOrEqualTo(SentinelPatient.WORDS.size() - 1);
    }

    @Test
    void noSentinelIsInAFileALogLineOrOnTheWire() throws Exception {
        Path home = folder.resolve("home");
        Terminal terminal = new Terminal(home);
        try (Receiver receiver = Receiver.start(new ReceiverOptions(0, folder.resolve("received"), List.of(), CLOCK));
                RecordingProxy proxy = new RecordingProxy(receiver.tusUrl().getPort())) {
            URI tus = through(proxy, receiver.tusUrl());
            URI api = through(proxy, receiver.apiUrl());
            Path trial = PracticeTrial.make(folder.resolve("trial"), today, tus, api);
            receiver.offer(trial);
            Answer answer = submit(terminal, trial, "--wait");
            assertThat(answer.err() + answer.out()).contains("received");
            assertThat(answer.exit()).isZero();
            assertThat(answer.json().get("receipt").get("instances").intValue()).isEqualTo(12);

            assertThat(traces.below(home)).isEmpty();
            assertThat(traces.below(folder.resolve("received"))).isEmpty();
            assertThat(proxy.seen()).hasSizeGreaterThan(10_000);
            assertThat(traces.in(proxy.seen())).isEmpty();
            assertThat(traces.in(answer.out().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void noSentinelIsInWhatWaitsForADeadReceiver() throws Exception {
        Path home = folder.resolve("home");
        Terminal terminal = new Terminal(home);
        URI dead = URI.create("http://127.0.0.1:9/files/");
        Path trial = PracticeTrial.make(folder.resolve("trial"), today, dead, URI.create("http://127.0.0.1:9/api/v1/"));
        Answer answer = submit(terminal, trial);
        assertThat(answer.exit()).isZero();
        assertThat(answer.json().get("submission").get("state").stringValue()).isIn("queued", "waiting");
        assertThat(traces.below(home)).isEmpty();
        try (Stream<Path> parts = Files.walk(home.resolve("spool"))) {
            for (Path part :
                    parts.filter(file -> file.toString().endsWith(".zip")).toList()) {
                assertThat(inflated(part)).as(part.toString()).isEmpty();
            }
        }
        assertThat(terminal.run("audit", "verify").exit()).isZero();
    }

    @Test
    void aTypedReasonWithThePatientsNameIsRefusedAtOnce() throws Exception {
        Answer answer = submitWithReason("Mrs Zyxwvut moved too much");
        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.err()).contains("names the patient");
        assertThat(traces.below(folder.resolve("home"))).isEmpty();
    }

    @Test
    void aTypedReasonWithAValueThatOnlyTheHeadersTellIsHeld() throws Exception {
        Answer answer = submitWithReason("as Physzeno ordered");
        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.err()).contains("What was typed for");
        assertThat(traces.below(folder.resolve("home"))).isEmpty();
    }

    private Answer submitWithReason(String words) throws Exception {
        URI dead = URI.create("http://127.0.0.1:9/files/");
        Path trial = PracticeTrial.make(folder.resolve("trial"), today, dead, dead);
        Terminal terminal = new Terminal(folder.resolve("home"));
        Answer asked = terminal.run(command(trial));
        Object[] explained = Reasons.added(command(trial), asked.err());
        for (int i = 0; i < explained.length; i++) {
            explained[i] = explained[i].toString().replace("checked by the coordinator", words);
        }
        return terminal.run(explained);
    }

    private Object[] command(Path trial, String... more) {
        return Stream.concat(
                        Stream.of(
                                "submit",
                                source,
                                "--trial",
                                trial,
                                "--subject",
                                PracticeTrial.DISC_SUBJECT,
                                "--visit",
                                PracticeTrial.DISC_VISIT,
                                "--json"),
                        Stream.of(more))
                .toArray();
    }

    private Answer submit(Terminal terminal, Path trial, String... more) {
        Object[] words = command(trial, more);
        Answer answer = terminal.run(words);
        return answer.exit() == 3 ? terminal.run(Reasons.added(words, answer.err())) : answer;
    }

    private List<String> inflated(Path part) throws Exception {
        try (ZipFile zip = new ZipFile(part.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    List<String> found = traces.in(in.readAllBytes());
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }

    private static URI through(RecordingProxy proxy, URI server) {
        return URI.create("http://127.0.0.1:" + proxy.port() + server.getPath());
    }
}

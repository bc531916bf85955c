// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.practice.PracticeDisc;
import org.trialcourier.practice.PracticeTrial;

/** Wrong words after {@code queue}, {@code submit}, {@code receiver} and {@code doctor}: a sentence, and its exit code. */
class DeliveryCommandsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");

    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder.resolve("home"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        queue                              | Missing required subcommand
        queue list now                     | Not understood: now
        queue list --wrong                 | Not understood: --wrong
        queue run nothere                  | There is no submission “nothere” here.
        queue pause nothere                | There is no submission “nothere” here.
        queue cancel                       | Missing required parameter: 'ID'
        queue receipt nothere --out x.pdf  | There is no submission “nothere” here.
        queue receipt nothere              | Missing required option: '--out=FILE'
        queue answer nothere               | Missing required option: '--text=TEXT'
        queue answer nothere --text yes    | There is no submission “nothere” here.
        receiver                           | Missing required options: '--port=N', '--dir=DIR'
        receiver --port 99999 --dir r      | 99999 is no port
        receiver --port -5 --dir r         | -5 is no port
        receiver --port abc --dir r        | abc is no port
        doctor now                         | Not understood: now
        submit                             | Missing required
        """)
    void isWrongUsage(String line, String sentence) {
        Answer answer = terminal.run((Object[]) line.split(" "));
        assertThat(answer.err()).contains(sentence);
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aReceiverSaysThatItsPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            Answer answer = terminal.run("receiver", "--port", port, "--dir", folder.resolve("store"));
            assertThat(answer.err()).startsWith("Port " + port + " cannot be used on this computer.");
            assertThat(answer.exit()).isEqualTo(1);
        }
    }

    @Test
    void aReceiverSaysWhatIsWrongWithItsFolderOrTrialBeforeItStarts() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Answer noFolder = terminal.run("receiver", "--port", 0, "--dir", file);
        assertThat(noFolder.err()).contains("file cannot be written");
        assertThat(noFolder.exit()).isEqualTo(1);

        Path store = folder.resolve("store");
        Answer missing = terminal.run("receiver", "--port", 0, "--dir", store, "--trial", folder.resolve("none"));
        assertThat(missing.err()).contains("there is no such file");
        assertThat(missing.exit()).isEqualTo(1);
        Answer bad = terminal.run(
                "receiver", "--port", 0, "--dir", store, "--trial", Files.writeString(folder.resolve("bad"), "{}"));
        assertThat(bad.err()).contains("$.trial");
        assertThat(bad.exit()).isEqualTo(1);
    }

    @Test
    void theDoctorSaysWhatIsWrongWithATrialFile() {
        Answer none = terminal.run("doctor");
        assertThat(none.err()).contains("doctor --trial FILE");
        assertThat(none.exit()).isEqualTo(1);
        Answer isFolder = terminal.run("doctor", "--trial", folder);
        assertThat(isFolder.err()).contains("it is a folder, not a file");
        assertThat(isFolder.exit()).isEqualTo(1);
    }

    @Test
    void waitingForAReceiverThatIsNotThereSaysSoAtOnceAndCanBeStopped() throws Exception {
        Path trial = PracticeTrial.make(folder.resolve("trial"), TODAY, NOWHERE, NOWHERE);
        Path images = PracticeDisc.make(folder.resolve("disc"), TODAY)
                .resolve("DICOM")
                .resolve("ST000001")
                .resolve("SE000002");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        FutureTask<Answer> waiting = new FutureTask<>(() -> terminal.watched(
                err,
                "submit",
                images,
                "--trial",
                trial,
                "--subject",
                PracticeTrial.DISC_SUBJECT,
                "--visit",
                PracticeTrial.DISC_VISIT,
                "--reason",
                "missing-series=A test",
                "--wait"));
        Thread person = Thread.ofVirtual().start(waiting);
        await().atMost(java.time.Duration.ofSeconds(60))
                .until(() -> err.toString(StandardCharsets.UTF_8).contains("Next attempt") || waiting.isDone());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsSubsequence("Sending to " + NOWHERE, "cannot be reached", "Next attempt");
        person.interrupt();
        assertThat(waiting.get().exit()).isEqualTo(1);
        assertThat(terminal.run("queue", "list").out()).contains("Waiting");
        String id = terminal.run("queue", "list", "--json")
                .json()
                .get("submissions")
                .get(0)
                .get("id")
                .asString();
        assertThat(terminal.run("queue", "cancel", id, "--reason", "a test").out())
                .contains("Cancelled");
        assertThat(terminal.run("audit", "export").out()).contains("a test");
    }
}

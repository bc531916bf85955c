// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.practice.PracticeTrial;

/** What the command says of a trail that is whole, that was tampered with, and that is not there. */
class AuditCommandTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");

    @TempDir
    private Path folder;

    @Test
    void whereThereIsNoTrailThisIsSaidAndNothingIsMade() throws Exception {
        Path missing = folder.resolve("typed wrong");
        Path other = Files.createDirectory(folder.resolve("other"));
        for (Path home : new Path[] {missing, other}) {
            for (String act : new String[] {"verify", "export"}) {
                Answer answer = new Terminal(home).run("audit", act);
                assertThat(answer.exit()).isEqualTo(2);
                assertThat(answer.out()).isEmpty();
                assertThat(answer.err()).contains("There is no audit trail in " + home + " yet.");
            }
        }
        assertThat(missing).doesNotExist();
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void aWholeTrailIsWholeAndWhatIsCutOffIsSaidInASentence() throws Exception {
        Path home = folder.resolve("home");
        Terminal terminal = new Terminal(home);
        Path trial = PracticeTrial.make(folder.resolve("trial"), LocalDate.of(2026, 11, 27), NOWHERE, NOWHERE);
        assertThat(terminal.run("trials", "add", trial).exit()).isZero();
        assertThat(terminal.run("audit", "verify").out()).contains("The audit trail is whole: 1 entry.");
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Answer cut = terminal.run("audit", "verify");
        assertThat(cut.exit()).isEqualTo(1);
        assertThat(cut.out()).contains("The end is missing, up to entry 1.").doesNotContain("cut_off");
    }

    /** Scripts are told as people are: an empty list after damage is not a finished one. */
    @Test
    void afterDamageTheQueueAndTheVisitsSaySoOnceAndNeedAPerson() throws Exception {
        Path home = folder.resolve("home");
        Terminal terminal = new Terminal(home);
        assertThat(terminal.run("queue", "list").exit()).isZero();
        Files.write(home.resolve("trialcourier.db"), new byte[5000]);
        for (String[] command : new String[][] {{"queue", "list"}, {"queue", "run"}, {"visits"}}) {
            Answer answer = terminal.run((Object[]) command);
            assertThat(answer.exit()).isEqualTo(3);
            assertThat(answer.err()).containsOnlyOnce("was damaged").contains("Ask the receiver");
        }
    }
}

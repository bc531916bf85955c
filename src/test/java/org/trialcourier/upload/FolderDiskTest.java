// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.Progress;

/** A folder on a disk of 4 MB that fills up, or lets itself be read only. */
@Tag("peer")
class FolderDiskTest {
    @TempDir
    Path mount;

    @TempDir
    Path temp;

    private final MapMemory memory = new MapMemory();
    private FolderTransport transport;
    private TestSubmission submission;

    @BeforeEach
    void mount() throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", mount.toString());
        transport = new FolderTransport(mount);
        submission = TestSubmission.make(temp, 71, 2_000_000, 100_000);
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", mount.toString());
    }

    @Test
    void aFullDiskIsSaidAndGoesOnOnceThereIsRoom() throws Exception {
        Path filler = Files.write(mount.resolve("filler"), new byte[3_000_000]);
        transport.announce(submission.announcement());
        Progress progress = new Progress();
        assertThatThrownBy(() -> transport.send(
                        submission.announcement(), submission.parts().get(0), memory, progress))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.DiskFull.class));
        assertThat(progress.snapshot().bytes()).isZero();
        assertThat(transport.finish(submission.announcement())).isEqualTo(new Verdict.Missing(List.of(1, 2, 3)));
        Files.delete(filler);
        deliver();
    }

    @Test
    void aDiskThatBecomesReadOnlyIsSaid() throws Exception {
        transport.announce(submission.announcement());
        run("mount", "-o", "remount,ro", mount.toString());
        assertThatThrownBy(() -> transport.send(
                        submission.announcement(), submission.parts().get(0), memory, new Progress()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Unwritable.class));
        run("mount", "-o", "remount,rw", mount.toString());
        deliver();
    }

    private void deliver() throws Exception {
        for (SealedPart part : submission.parts()) {
            transport.send(submission.announcement(), part, memory, new Progress());
        }
        assertThat(transport.finish(submission.announcement())).isInstanceOf(Verdict.StoredUnverified.class);
        for (SealedPart part : submission.parts()) {
            Path there = mount.resolve(submission.announcement().submission().toString());
            assertThat(there.resolve(part.info().fileName())).hasSameBinaryContentAs(part.file());
        }
    }

    private static void run(String... command) throws Exception {
        List<String> asRoot = new ArrayList<>(List.of(command));
        if (!System.getProperty("user.name").equals("root")) {
            asRoot.addFirst("sudo");
        }
        Process process = new ProcessBuilder(asRoot).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}

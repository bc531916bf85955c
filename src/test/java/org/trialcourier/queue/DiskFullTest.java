// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.run.RunSummary;
import org.trialcourier.work.Progress;

/** On a disk of 160 MB that fills up: what cannot go on says so, nothing is lost, and it goes on once there is room. */
@Tag("peer")
class DiskFullTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path mount;

    private Bench bench;

    @BeforeEach
    void mount() throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", mount.toString());
        bench = new Bench(mount);
    }

    @AfterEach
    void unmount() throws Exception {
        bench.close();
        run("umount", mount.toString());
    }

    @Test
    void aDiskTooFullForThePartsHoldsItBeforehandAndItGoesOnByItselfOnceThereIsRoom() throws Exception {
        MemoryReceiver receiver = new MemoryReceiver();
        UUID id = bench.add("014-0007").id();
        Path filler = fillUpTo(30 * MEGABYTE);
        assertThat(run(receiver, 2).held()).isEqualTo(1);
        assertThat(bench.queue.get(id).state()).isEqualTo(State.HELD);
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOfSatisfying(Problem.DiskFull.class, full -> {
            assertThat(full.neededBytes()).isGreaterThan(full.freeBytes());
            assertThat(full.freeBytes()).isPositive();
        });
        bench.clock.advance(Duration.ofMinutes(2));
        assertThat(run(receiver, 2).received()).isZero();
        Files.delete(filler);
        RunSummary summary = run(receiver, 2);
        assertThat(bench.queue.get(id).problem()).isEmpty();
        assertThat(summary.received()).isEqualTo(1);
    }

    @Test
    void aDiskThatFillsUpWhileThePartsAreWrittenHoldsItAndLeavesNoHalfPart() throws Exception {
        MemoryReceiver receiver = new MemoryReceiver();
        UUID id = bench.add("014-0007").id();
        assertThat(run(receiver, 110).held()).isEqualTo(1);
        assertThat(bench.queue.get(id).problem().orElseThrow()).isInstanceOf(Problem.DiskFull.class);
        assertThat(Files.list(bench.spool().resolve(id.toString()))).isEmpty();
        assertThat(run(receiver, 10).received()).isZero();
        bench.clock.advance(Duration.ofMinutes(2));
        assertThat(run(receiver, 10).received()).isEqualTo(1);
    }

    @Test
    void aDiskWithoutAnyRoomLeavesTheQueueWholeAndSaysWhatIsWrong() throws Exception {
        UUID id = bench.add("014-0007").id();
        Path filler = fillUpTo(0);
        Problem problem = null;
        for (int i = 0; i < 200 && problem == null; i++) {
            try {
                bench.add("014-0009");
            } catch (ProblemException e) {
                problem = e.problem();
            }
        }
        assertThat(problem).isInstanceOf(Problem.DiskFull.class);
        Files.delete(filler);
        bench.reopen();
        assertThat(bench.queue.damage()).isEmpty();
        assertThat(bench.queue.get(id).state()).isEqualTo(State.QUEUED);
        bench.queue.pause(id, "Specimen Coordinator");
        assertThat(bench.queue.audit().verify().faults()).isEmpty();
    }

    private RunSummary run(MemoryReceiver receiver, int megabytes) throws Exception {
        return bench.runner(
                        (s, sources, folder, progress) ->
                                Bench.bag(s, folder, progress, megabytes * 2, (int) MEGABYTE / 2),
                        receiver.transports())
                .run(new Progress());
    }

    private Path fillUpTo(long free) throws IOException {
        Path filler = mount.resolve("filler");
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(mount).getUsableSpace() > free) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(mount).getUsableSpace()).isLessThan(MEGABYTE);
        }
        return filler;
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

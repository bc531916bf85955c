// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.queue.run.RunSummary;
import org.trialcourier.work.Progress;

/** A queue and a receiver in memory for tests of the runner; the audit trail must hold after each of them. */
abstract class RunnerBench {
    @TempDir
    Path home;

    Bench bench;
    MemoryReceiver receiver;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(home);
        receiver = new MemoryReceiver();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(bench.queue.audit().verify().faults())
                .extracting(AuditReport.Fault::kind)
                .isEqualTo(bench.queue.damage().isPresent() ? List.of(AuditReport.Kind.BEGUN_ANEW) : List.of());
        bench.close();
    }

    RunSummary run() throws Exception {
        return bench.runner(receiver.transports()).run(new Progress());
    }

    List<String> words(UUID id) throws Exception {
        return bench.queue.audit().latest(100).reversed().stream()
                .filter(entry -> id.toString().equals(entry.details().get("submission")))
                .map(AuditEntry::what)
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;

/** Several programs on one data folder share the work and never do any of it twice. */
@Tag("crash")
class TwoProcessesTest {
    private static final int SUBMISSIONS = 8;

    @TempDir
    Path temp;

    @Test
    void theWorkOfOneFolderIsSharedAndDoneOnce() throws Exception {
        Path home = Files.createDirectory(temp.resolve("home"));
        Path store = Files.createDirectory(temp.resolve("store"));
        try (Queue queue = Queue.open(home.resolve("trialcourier.db"), Clock.systemUTC(), null)) {
            for (int i = 0; i < SUBMISSIONS; i++) {
                queue.add(KilledClient.submission(i), new byte[] {1}, "Specimen Coordinator");
            }
        }
        try (Receiver receiver = Receiver.start(new ReceiverOptions(0, store, List.of(), InstantSource.system()))) {
            List<Child> clients = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    clients.add(Child.start(
                            temp.resolve("client.log"),
                            KilledClient.class,
                            home.toString(),
                            receiver.tusUrl().toString(),
                            receiver.apiUrl().toString(),
                            Integer.toString(SUBMISSIONS)));
                }
                for (Child client : clients) {
                    assertThat(client.exit(120)).isZero();
                }
            } finally {
                clients.forEach(Child::close);
            }
        }
        try (Queue queue = Queue.open(home.resolve("trialcourier.db"), Clock.systemUTC(), null)) {
            assertThat(queue.audit().verify().faults()).isEmpty();
            List<AuditEntry> entries = queue.audit().latest(1_000_000);
            for (String what : List.of("submission.preparing", "submission.sealed", "submission.received")) {
                assertThat(entries)
                        .filteredOn(entry -> entry.what().equals(what))
                        .hasSize(SUBMISSIONS);
            }
        }
    }
}

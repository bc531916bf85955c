// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.work.Progress;

class WakefulnessTest {
    @TempDir
    Path home;

    @Test
    void theComputerIsKeptAwakeForAsLongAsThereIsSomethingToSend() throws Exception {
        List<String> seen = new ArrayList<>();
        try (Bench bench = new Bench(home)) {
            bench.wakefulness = () -> {
                seen.add("awake");
                return () -> seen.add("may sleep");
            };
            bench.runner(new MemoryReceiver().transports()).run(new Progress());
            assertThat(seen).isEmpty();
            bench.add("014-0007");
            bench.runner(new MemoryReceiver().transports()).run(new Progress());
            assertThat(seen).containsExactly("awake", "may sleep");
        }
    }
}

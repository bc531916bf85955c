// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.Move;
import org.trialcourier.queue.NewSubmission;
import org.trialcourier.queue.State;

class ProxyMendedTest {
    @TempDir
    Path home;

    @Test
    void whatAProxyRefusedGoesOnThroughAnotherOneAndNotByStartingAnew() throws Exception {
        UUID id = UUID.randomUUID();
        try (App app = App.open(options())) {
            app.queue()
                    .add(
                            new NewSubmission(id, "LUMEN-301", "014", "014-0001", "BL", 5, 20_000, null),
                            new byte[1],
                            "desk");
            app.queue()
                    .ledger()
                    .move(Move.of(id, State.QUEUED, State.HELD, "program")
                            .because(new Problem.ProxySignIn("proxy.hospital.example:8080", true)));
        }
        try (App app = App.open(options())) {
            app.runner();
            assertThat(app.queue().get(id).state())
                    .as("a wrong password is not said at each start")
                    .isEqualTo(State.HELD);
            app.settings(app.settings().withProxy("desk@proxy.hospital.example:8080"));
            assertThat(app.queue().get(id).state()).isEqualTo(State.QUEUED);
        }
    }

    private AppOptions options() {
        return new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
    }
}

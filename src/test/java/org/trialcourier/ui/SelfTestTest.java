// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;
import org.trialcourier.problem.Problem;
import org.trialcourier.ui.shared.FxTicker;
import org.trialcourier.ui.shell.Screen;

/** The window looks at itself, on the platform without a display. */
@ResourceLock(Stagehand.WINDOW)
class SelfTestTest {
    @TempDir
    private Path home;

    private Stagehand practising() {
        return new Stagehand(
                new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false), true, 1000, 700);
    }

    @Test
    void everyScreenAndThePicturesAreSeenAndNothingIsSent() {
        try (Stagehand hand = practising()) {
            AtomicReference<Boolean> seen = begin(hand);
            hand.until("it is through", () -> seen.get() != null);
            assertThat(seen.get()).isTrue();
            Desk desk = hand.desk();
            assertThat(desk.submission().steps().images().frame().get()).isNotNull();
            assertThat(desk.shell().screen().get()).isEqualTo(Screen.NEW);
            assertThat(desk.shell().waiting().get()).isZero();
        }
    }

    @Test
    void troubleOnTheScreenIsNotPassed() {
        try (Stagehand hand = practising()) {
            Desk desk = hand.desk();
            hand.run(() -> desk.shell().problem().set(new Problem.NoImages(1, 0)));
            AtomicReference<Boolean> seen = begin(hand);
            hand.until("it is through", () -> seen.get() != null);
            assertThat(seen.get()).isFalse();
        }
    }

    private static AtomicReference<Boolean> begin(Stagehand hand) {
        Desk desk = hand.desk();
        AtomicReference<Boolean> seen = new AtomicReference<>();
        hand.run(() -> new SelfTest(hand.stage().getScene(), desk, new FxTicker(), seen::set).begin());
        return seen;
    }
}

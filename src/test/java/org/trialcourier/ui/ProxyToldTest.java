// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.problem.Problem;
import org.trialcourier.ui.shell.Screen;

/** A proxy typed into the settings' file that is none stands on every screen, and beside its field, until it is mended. */
@ResourceLock(Stagehand.WINDOW)
class ProxyToldTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");

    @TempDir
    private Path home;

    private AppOptions options() {
        return new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
    }

    @Test
    void aProxyThatIsNoneIsToldUntilItIsMended() throws Exception {
        try (App app = App.open(options())) {
            LocalDate today = LocalDate.now(ZoneId.systemDefault());
            app.joining().add(PracticeTrial.make(home.resolve("trial"), today, NOWHERE, NOWHERE));
        }
        Files.writeString(home.resolve("settings.json"), "{\"proxy\": \"http://proxy.hospital.example\"}");
        try (Stagehand hand = new Stagehand(options(), false, 1000, 700)) {
            Desk desk = hand.desk();
            assertThat(desk.shell().problem().get()).isEqualTo(new Problem.ProxyUnusable());
            hand.run(() -> desk.shell().open(Screen.SETTINGS));
            Label beside = (Label) hand.find("settings-proxy-mistake");
            assertThat(Stagehand.fx(() -> beside.isVisible() ? beside.getText() : ""))
                    .startsWith("What is kept here is no proxy");
            hand.run(() -> desk.settings().proxy("proxy.hospital.example:8080"));
            hand.until("mended is told no longer", () -> desk.shell().problem().get() == null);
            assertThat(Stagehand.fx(beside::isVisible)).isFalse();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.settings.KeyCard;
import org.trialcourier.ui.shell.Screen;

/** A key card is taken where it was typed: the person stays there and is told. */
@ResourceLock(Stagehand.WINDOW)
class KeyTakenTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");
    private static final String TOLD = "The key of Practice trial was taken from the card.";

    @TempDir
    private Path home;

    private AppOptions options() {
        return new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
    }

    @Test
    void whoTookAKeyStaysInSettingsAndIsTold() throws Exception {
        try (App app = App.open(options())) {
            app.joining()
                    .add(PracticeTrial.make(
                            home.resolve("trial"), LocalDate.now(ZoneId.systemDefault()), NOWHERE, NOWHERE));
        }
        String card = String.join(" ", new KeyCard(PracticeTrial.ID, "001", new byte[32]).groups());
        try (Stagehand hand = new Stagehand(options(), false, 1000, 700)) {
            Desk before = hand.desk();
            hand.run(() -> before.shell().open(Screen.SETTINGS));
            MenuButton more = (MenuButton) hand.find("trial-" + PracticeTrial.ID + "-001");
            hand.run(() -> more.getItems().get(3).fire());
            TextField typed = (TextField) hand.find("settings-key-card");
            hand.run(() -> typed.setText(card));
            hand.press("settings-key-card-take");

            hand.until("the desk is set out again", () -> hand.entrance().desk().orElse(before) != before);

            assertThat(hand.desk().shell().screen().get()).isEqualTo(Screen.SETTINGS);
            HBox toast =
                    (HBox) Stagehand.fx(() -> hand.stage().getScene().getRoot().lookup(".toast"));
            assertThat(toast.getAccessibleText()).isEqualTo(TOLD);
        }
    }
}

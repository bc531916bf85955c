// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;
import org.trialcourier.connect.AuthorityFile;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shell.Screen;

/** The card of the connection in the smallest window. */
@ResourceLock(Stagehand.WINDOW)
class ConnectionCardTest {
    @TempDir
    private Path home;

    private AppOptions options() {
        return new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
    }

    @Test
    void theExampleOfAProxyIsReadWholeInEveryLanguage() {
        try (Stagehand hand = new Stagehand(options(), true, 1000, 700)) {
            for (Locale language : Words.LANGUAGES) {
                Desk before = hand.desk();
                hand.run(() -> before.shell().open(Screen.SETTINGS));
                hand.run(() -> before.settings().speak(language.toLanguageTag()));
                hand.until("the language is spoken", () -> hand.entrance()
                        .desk()
                        .filter(now -> now != before)
                        .isPresent());
                ToggleButton byHand = (ToggleButton) hand.find("settings-proxy-hand");
                hand.run(byHand::fire);
                hand.pulses(3);
                TextField address = (TextField) hand.find("settings-proxy-address");
                assertThat(address.getPromptText()).isEqualTo(Words.of(language).say("settings.proxy.example"));
                hand.run(() -> {
                    Text example = new Text(address.getPromptText());
                    example.setFont(address.getFont());
                    double room = address.getWidth() - address.snappedLeftInset() - address.snappedRightInset();
                    assertThat(room)
                            .as(language.toString())
                            .isGreaterThan(example.getLayoutBounds().getWidth());
                });
            }
        }
    }

    @Test
    void whoIsTrustedStandsThereByNameAlsoWhenTheFileIsGone() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509Certificate authority = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
        AuthorityFile chosen = new AuthorityFile(List.of(authority));
        Path stick = Files.write(home.resolve("stick.pem"), chosen.pem());
        try (Stagehand hand = new Stagehand(options(), true, 1000, 700)) {
            Desk desk = hand.desk();
            hand.run(() -> desk.shell().open(Screen.SETTINGS));
            Label names = (Label) hand.find("settings-authorities");
            hand.until("those of the computer", () -> names.getText().equals("those of this computer"));
            hand.run(() -> desk.settings().trust(stick));
            hand.until("its name", () -> names.getText().equals(chosen.names().getFirst()));
            Files.delete(stick);
            hand.run(() -> desk.shell().open(Screen.VISITS));
            hand.run(() -> desk.shell().open(Screen.SETTINGS));
            Label again = (Label) hand.find("settings-authorities");
            hand.until("its name again", () -> again.getText()
                    .equals(chosen.names().getFirst()));
            assertThat(hand.find("settings-authorities-forget").isVisible()).isTrue();
        }
    }
}

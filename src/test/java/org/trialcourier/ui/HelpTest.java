// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shell.Screen;

/** F1 shows and hides the guide, Escape hides it too, and every screen has one of its own. */
@ResourceLock(Stagehand.WINDOW)
class HelpTest {
    @TempDir
    private Path home;

    @Test
    void theGuideOpensClosesAndSpeaksOfTheScreen() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            Desk desk = hand.desk();
            hand.run(() -> hand.stage().requestFocus());
            Node help = hand.find("help");
            assertThat(help.isVisible()).isFalse();
            f1(hand);
            hand.until("the guide", help::isVisible);
            for (Screen screen : Screen.values()) {
                hand.run(() -> desk.shell().open(screen));
                String name = screen.name().toLowerCase(Locale.ROOT);
                assertThat(lines(hand))
                        .startsWith(
                                Words.english().say("help." + name),
                                Words.english().say("help." + name + ".1"))
                        .contains(Words.english().say("help.keys"));
            }
            f1(hand);
            hand.until("no guide", () -> !help.isVisible());
            f1(hand);
            hand.until("the guide again", help::isVisible);
            hand.run(() -> new Robot().keyType(KeyCode.ESCAPE));
            hand.until("no guide after Escape", () -> !help.isVisible());
        }
    }

    private static void f1(Stagehand hand) {
        hand.run(() -> new Robot().keyType(KeyCode.F1));
    }

    private static List<String> lines(Stagehand hand) {
        ScrollPane page = (ScrollPane) hand.find("help-page");
        return Stagehand.fx(() -> ((VBox) page.getContent())
                .getChildren().stream().map(line -> ((Label) line).getText()).toList());
    }
}

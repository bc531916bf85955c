// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.AppOptions;

/** A window lower than it should be, as on a small screen at a large scale: the rail scrolls, nothing in it is cut. */
class LowWindowTest {
    @TempDir
    private Path home;

    @Test
    void theRailScrollsInsteadOfCuttingItsButtons() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.GERMAN, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 400)) {
            Desk desk = hand.desk();
            ScrollPane rail = (ScrollPane) hand.find("rail");
            hand.pulses(4);
            assertThat(cut(rail)).isEmpty();
            assertThat(Stagehand.fx(() -> rail.getContent().getLayoutBounds().getHeight()))
                    .isGreaterThan(400);
            hand.run(() -> desk.shell().railCollapsed().set(false));
            hand.pulses(4);
            assertThat(cut(rail)).isEmpty();
            hand.run(() -> hand.stage().setHeight(900));
            hand.pulses(4);
            assertThat(Stagehand.fx(() -> rail.getContent().getLayoutBounds().getHeight()))
                    .isEqualTo(Stagehand.fx(rail::getHeight));
        }
    }

    @Test
    void afterATrialFileThatCannotBeUsedTheWayBackIsInSight() throws Exception {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        Path file = Files.writeString(home.resolve("no-trial.json"), "<html>");
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            hand.desk();
            hand.arrive(file);
            hand.until("the mistake is said", () -> hand.stage().getScene().getRoot().lookupAll(".problem-box").stream()
                    .anyMatch(Node::isVisible));
            hand.pulses(4);
            Node back = hand.find("welcome-back");
            assertThat(Stagehand.fx(
                            () -> back.localToScene(back.getBoundsInLocal()).getMaxY()))
                    .isBetween(1.0, 200.0);
        }
    }

    private static List<String> cut(ScrollPane rail) {
        return Stagehand.fx(() -> {
            List<String> cut = new ArrayList<>();
            rail.getContent().lookupAll(".rail-item").forEach(node -> {
                ButtonBase item = (ButtonBase) node;
                if (item.getHeight() < item.prefHeight(item.getWidth()) - 1) {
                    cut.add(item.getId() + " has " + item.getHeight());
                }
            });
            return cut;
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.AppOptions;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.ui.shell.Screen;

/** Whoever goes through the window with the Tab key sees where she is, on every control of every page, light and dark. */
@Tag("xvfb")
class FocusTest {
    private static final int LONGEST_WAY = 60;
    /** A frame of one pixel around a small button has more. */
    private static final int FEWEST_PIXELS = 40;

    private static final double LEAST_CONTRAST = 1.5;
    private static final int AROUND = 4;

    @TempDir
    private Path home;

    @Test
    void theControlThatHasTheFocusLooksDifferent() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        Set<String> faults = new TreeSet<>();
        try (Stagehand hand = new Stagehand(options, false, 1000, 700)) {
            hand.run(() -> hand.stage().requestFocus());
            hand.find("welcome-practice-begin");
            look(hand, "welcome", faults);
            hand.press("welcome-practice-begin");
            Desk desk = hand.desk();
            for (Screen screen : Screen.values()) {
                hand.run(() -> desk.shell().open(screen));
                look(hand, screen.name(), faults);
            }
            hand.run(() -> desk.shell().open(Screen.NEW));
            hand.press("source-practice-disc");
            hand.find("source-tree");
            look(hand, "source with images", faults);
        }
        assertThat(faults).isEmpty();
    }

    private static void look(Stagehand hand, String page, Set<String> faults) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            hand.run(theme::apply);
            hand.pulses(3);
            Set<Node> seen = new LinkedHashSet<>();
            for (int i = 0; i < LONGEST_WAY; i++) {
                WritableImage before = picture(hand);
                hand.run(() -> new Robot().keyType(KeyCode.TAB));
                hand.pulses(2);
                Node owner = Stagehand.fx(() -> hand.stage().getScene().getFocusOwner());
                if (owner == null || !seen.add(owner)) {
                    break;
                }
                if (changed(before, picture(hand), owner) < FEWEST_PIXELS) {
                    faults.add(page + ", " + theme.setting() + ": " + owner);
                }
            }
            assertThat(seen).as(page).hasSizeGreaterThan(1);
        }
    }

    private static WritableImage picture(Stagehand hand) {
        return Stagehand.fx(() -> hand.stage().getScene().getRoot().snapshot(null, null));
    }

    /** How many pixels in and around a control became clearly lighter or darker. */
    private static int changed(WritableImage before, WritableImage after, Node control) {
        Bounds place = Stagehand.fx(() -> control.localToScene(control.getLayoutBounds()));
        int left = (int) Math.max(0, place.getMinX() - AROUND);
        int top = (int) Math.max(0, place.getMinY() - AROUND);
        int right = (int) Math.min(after.getWidth(), place.getMaxX() + AROUND);
        int bottom = (int) Math.min(after.getHeight(), place.getMaxY() + AROUND);
        PixelReader old = before.getPixelReader();
        PixelReader now = after.getPixelReader();
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (old.getArgb(x, y) != now.getArgb(x, y)
                        && contrast(old.getColor(x, y), now.getColor(x, y)) >= LEAST_CONTRAST) {
                    count++;
                }
            }
        }
        return count;
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}

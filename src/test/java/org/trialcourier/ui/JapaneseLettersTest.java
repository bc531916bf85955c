// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;

/** Letters that the program's own typeface lacks come from the system, lean or bold and nothing between. */
@ResourceLock(Stagehand.WINDOW)
class JapaneseLettersTest {
    @TempDir
    private Path home;

    @Test
    void titlesStandOut() {
        assertThat(titles(Locale.JAPANESE)).isEqualTo("Inter Bold");
        assertThat(titles(Locale.GERMAN)).isEqualTo("Inter SemiBold");
    }

    private String titles(Locale language) {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), language, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            hand.desk();
            hand.find("visits-begin");
            return Stagehand.fx(
                    () -> ((Labeled) hand.stage().getScene().getRoot().lookup(".page-title"))
                            .getFont()
                            .getName());
        }
    }
}

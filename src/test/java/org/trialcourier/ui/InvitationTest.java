// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.trial.Trial;

/** A trial file that is opened, whoever wrote it: it is shown with where its images would go, and kept only after a yes. */
@ResourceLock(Stagehand.WINDOW)
class InvitationTest {
    private static final String LAB = "lab.example";

    @TempDir
    private Path home;

    private AppOptions options;

    @BeforeEach
    void aTrialIsJoined() throws Exception {
        options = new AppOptions(home.resolve("home"), Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (App app = App.open(options)) {
            app.joining().add(file("known.json", "LUMEN-301", LAB));
        }
    }

    @Test
    void aFileGivenAtTheStartIsAskedAboutAlsoWhenTheDeskComesLater() throws Exception {
        Path other = file("other.json", "AURORA-7", LAB);
        Files.writeString(
                other,
                Files.readString(other).replace("Practice trial", "Practice trial\\n\\nImages go to\\u202e elsewhere"));
        try (Stagehand hand = new Stagehand(options, false, 1000, 700)) {
            hand.arrive(other);
            hand.desk();
            assertThat(says(hand, "join-trial"))
                    .as("one line, whatever stands in the file")
                    .isEqualTo("Practice trial Images go to elsewhere (AURORA-7)");
            assertThat(says(hand, "join-receiver")).isEqualTo(LAB);
            assertThat(trial("AURORA-7")).as("nothing is kept before a yes").isNull();
            hand.press("join-yes");
            hand.until("its desk is there", () -> isAt(hand, "AURORA-7"));
        }
        assertThat(trial("AURORA-7")).isNotNull();
    }

    @Test
    void aCopyThatSendsElsewhereSaysSoAndWhatWasReadIsWhatIsKept() throws Exception {
        Path moved = file("moved.json", "LUMEN-301", "lab.example.false.test");
        try (Stagehand hand = new Stagehand(options, false, 1000, 700)) {
            hand.desk();
            hand.arrive(moved);
            hand.find("join-card");
            hand.until("it is shown", () -> says(hand, "join-receiver").equals("lab.example.false.test"));
            assertThat(Stagehand.fx(() -> hand.stage().getScene().getRoot().lookupAll("#join-card Label").stream()
                            .anyMatch(node -> node instanceof Label label
                                    && label.getText().startsWith("Until now images of this trial go to " + LAB))))
                    .isTrue();
            hand.press("join-no");
            hand.find("rail-visits");
            assertThat(host()).isEqualTo(LAB);
            hand.arrive(moved);
            hand.until("it is shown", () -> hand.stage().getScene().getRoot().lookup("#join-receiver") != null);
            file("moved.json", "LUMEN-301", "changed.meanwhile.test");
            Desk before = hand.desk();
            hand.press("join-take");
            hand.until(
                    "the desk is set out anew",
                    () -> hand.entrance().desk().filter(now -> now != before).isPresent());
        }
        assertThat(host()).isEqualTo("lab.example.false.test");
    }

    private static boolean isAt(Stagehand hand, String trial) {
        return hand.entrance()
                .desk()
                .filter(desk -> desk.place().trial().id().equals(trial))
                .isPresent();
    }

    private static String says(Stagehand hand, String id) {
        Node node = Platform.isFxApplicationThread()
                ? hand.stage().getScene().getRoot().lookup("#" + id)
                : hand.find(id);
        return node instanceof Label label ? label.getText() : "";
    }

    private String host() throws Exception {
        Trial trial = trial("LUMEN-301");
        return trial == null ? "" : trial.destination().url().getHost();
    }

    private Trial trial(String id) throws Exception {
        try (App app = App.open(options)) {
            return app.trials().find(id, "001").orElse(null);
        }
    }

    private Path file(String name, String id, String host) {
        return OtherTrial.file(home.resolve(name), id, host);
    }
}

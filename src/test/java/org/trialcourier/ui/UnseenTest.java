// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.queue.NewSubmission;
import org.trialcourier.queue.Submission;
import org.trialcourier.trial.VisitExport;
import org.trialcourier.ui.shell.Safety;
import org.trialcourier.ui.shell.Screen;

/** A workstation whose database was damaged, or is of a newer version: no screen takes what it does not see for nothing. */
@ResourceLock(Stagehand.WINDOW)
class UnseenTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");

    @TempDir
    private Path home;

    @BeforeEach
    void somethingWasSent() throws Exception {
        try (App app = App.open(options())) {
            Path trial =
                    PracticeTrial.make(home.resolve("trial"), LocalDate.now(ZoneId.systemDefault()), NOWHERE, NOWHERE);
            app.joining().add(trial);
            Submission sent = app.queue()
                    .add(
                            new NewSubmission(
                                    UUID.randomUUID(), PracticeTrial.ID, "001", "001-0001", "W08", 3, 3_000, null),
                            new byte[1],
                            "test");
            app.queue().cancel(sent.id(), "test");
        }
    }

    private AppOptions options() {
        return new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
    }

    @Test
    void afterDamageEveryScreenSaysWhatItDoesNotKnow() throws Exception {
        Files.write(home.resolve("trialcourier.db"), new byte[5000]);
        everyScreenSays("A file of TrialCourier was damaged.", Safety.DAMAGED);
        try (App app = App.open(options())) {
            assertThat(app.boards().isBlind()).as("notices say so, too").isTrue();
            assertThat(VisitExport.csv(app.boards().all()))
                    .contains(",unknown,")
                    .doesNotContain(",due,", ",overdue,");
        }
    }

    @Test
    void afterANewerVersionEveryScreenSaysWhatItDoesNotKnow() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("trialcourier.db"))) {
            database.createStatement().executeUpdate("INSERT INTO schema_version VALUES (99, 0)");
        }
        everyScreenSays("A newer TrialCourier was used on this computer before.", Safety.UNREADABLE);
    }

    private void everyScreenSays(String happened, Safety light) {
        try (Stagehand hand = new Stagehand(options(), false, 1000, 700)) {
            Desk desk = hand.desk();
            hand.until("the queue was looked at", () -> desk.shell().safety().get() == light);
            for (Screen screen : Screen.values()) {
                hand.run(() -> desk.shell().open(screen));
                says(hand, screen, happened);
                if (screen == Screen.VISITS) {
                    says(hand, screen, "may look as if they were due");
                    says(hand, screen, "still close soon is not known");
                    assertThat(seen(hand, "this week")).isFalse();
                }
                if (screen == Screen.QUEUE || screen == Screen.HISTORY) {
                    says(hand, screen, "cannot be seen here. Ask");
                    assertThat(seen(hand, "Nothing on its way") || seen(hand, "Nothing received yet"))
                            .as(screen.name())
                            .isFalse();
                }
            }
        }
    }

    /** A screen that was just opened may still be reading. */
    private static void says(Stagehand hand, Screen screen, String text) {
        hand.until(
                screen + " says: " + text, () -> isSeen(hand.stage().getScene().getRoot(), text));
    }

    /** Whether a label with this text is on the screen. */
    private static boolean seen(Stagehand hand, String text) {
        return Stagehand.fx(() -> isSeen(hand.stage().getScene().getRoot(), text));
    }

    private static boolean isSeen(Parent parent, String text) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(node -> node.isVisible() && node.isManaged())
                .anyMatch(node -> node instanceof Label label && label.getText().contains(text)
                        || node instanceof Parent inner && isSeen(inner, text));
    }
}

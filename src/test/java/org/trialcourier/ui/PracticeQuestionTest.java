// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.SubmissionViewModel;
import org.trialcourier.work.HandClock;

/** In practice a visit is sent, asked about, completed from the disc that was burned again, answered, and over. */
@ResourceLock(Stagehand.WINDOW)
class PracticeQuestionTest {
    private static final String CELL = "visit-" + PracticeTrial.DISC_SUBJECT + "-" + PracticeTrial.DISC_VISIT;

    @TempDir
    private Path home;

    private final HandClock clock = new HandClock(Instant.now(), ZoneId.systemDefault());

    @Test
    void whatWasSentIsAskedAboutAndAnsweredWithTheMissingSeriesAlone() throws Exception {
        AppOptions options = new AppOptions(home, clock, Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1280, 800)) {
            Desk desk = hand.desk();
            hand.run(() -> desk.submission().begin(PracticeTrial.DISC_SUBJECT, PracticeTrial.DISC_VISIT));
            send(hand);
            hand.until("queued", () -> desk.shell().screen().get() == Screen.QUEUE);
            hand.run(() -> desk.shell().open(Screen.VISITS));
            hand.until("received", () -> says(hand, "#" + CELL, "Received"));
            assertThat(received(".dcm")).hasSize(41);
            clock.advance(Duration.ofSeconds(10));
            hand.until("the visit is asked about", () -> says(hand, "#" + CELL, "Question"));
            hand.press(CELL);
            hand.until("the question can be read", () -> says(hand, ".query-question Label", "soft tissue"));
            hand.press("query-fix");
            send(hand);
            hand.until("back at the question", () -> desk.shell().screen().get() == Screen.VISITS);
            TextInputControl answer = (TextInputControl) hand.find("query-answer");
            hand.run(() -> answer.setText("Radiology had left it out. It is on its way."));
            hand.press("query-send");
            hand.until("the question is over", () -> says(hand, "#" + CELL, "Received"));
            hand.until("all is received", () -> desk.shell().waiting().get() == 0);
        }
        assertThat(received(".dcm")).hasSize(81).doesNotHaveDuplicates();
        List<Path> states = received("state.json");
        assertThat(states).hasSize(2);
        assertThat(Files.readString(states.getFirst()) + Files.readString(states.getLast()))
                .containsOnlyOnce("It is on its way.")
                .contains("correction");
    }

    private static void send(Stagehand hand) {
        SubmissionViewModel submission = hand.desk().submission();
        SourceViewModel source = submission.steps().source();
        hand.run(() -> hand.entrance().desk().orElseThrow().shell().open(Screen.NEW));
        hand.press("source-practice-disc");
        hand.until("scanned", () -> source.phase().get() == SourceViewModel.Phase.READY);
        hand.run(() -> source.check(source.root(), false));
        hand.run(() -> Tour.tick(source, "CT"));
        hand.press("submission-next");
        hand.press("submission-next");
        Tour.explain(hand);
        Tour.sign(hand);
        hand.press("submission-send");
    }

    private static boolean says(Stagehand hand, String selector, String text) {
        return hand.stage().getScene().getRoot().lookupAll(selector).stream().anyMatch(node -> isSaid(node, text));
    }

    private static boolean isSaid(Node node, String text) {
        return node instanceof Label label
                ? label.getText().contains(text)
                : String.valueOf(node.getAccessibleText()).contains(text);
    }

    private List<Path> received(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("practice/receiver"))) {
            return files.filter(file -> !file.toString().contains("/parts/"))
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }
}

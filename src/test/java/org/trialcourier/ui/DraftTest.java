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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.Step;
import org.trialcourier.ui.submission.SubmissionViewModel;

/** A draft is not forgotten by one click, and what it still lacks stands beside the button that waits for it. */
@ResourceLock(Stagehand.WINDOW)
class DraftTest {
    @TempDir
    private Path home;

    @Test
    void aDraftIsAskedForBeforeItIsForgottenAndSaysWhatItLacks() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            Desk desk = hand.desk();
            hand.run(() -> desk.shell().open(Screen.NEW));
            SubmissionViewModel submission = desk.submission();
            SourceViewModel source = submission.steps().source();
            hand.press("source-practice-disc");
            hand.until("scanned", () -> source.phase().get() == SourceViewModel.Phase.READY);
            hand.run(() -> source.check(source.root(), false));
            hand.run(() -> Tour.tick(source, "CT"));
            hand.run(() -> submission.begin(PracticeTrial.DISC_SUBJECT, PracticeTrial.DISC_VISIT));
            hand.press("submission-discard");
            hand.press("submission-discard-keep");
            assertThat(Stagehand.fx(() -> submission.holdsImages().get())).isTrue();
            hand.press("submission-next");
            hand.press("submission-next");
            settle(hand, submission);
            hand.press("submission-next");
            hand.until("send is open", () -> submission.step().get().equals(new Step.Send()));
            Label missing = (Label) hand.find("send-missing");
            Node foot = Stagehand.fx(() -> missing.getParent().getParent());
            assertThat(Stagehand.fx(() -> foot.lookup("#submission-send"))).isNotNull();
            assertThat(Stagehand.fx(missing::getText)).contains(Words.english().say("send.role"));
            hand.press("submission-discard");
            hand.press("submission-discard-do");
            assertThat(Stagehand.fx(() -> submission.holdsImages().get())).isFalse();
        }
    }

    private static void settle(Stagehand hand, SubmissionViewModel submission) {
        hand.until(
                "reviewed",
                () -> !submission.steps().review().previewing().get()
                        && !submission.steps().review().checking().get());
        hand.run(() -> List.copyOf(submission.steps().review().findings())
                .forEach(row -> row.reason().set("Confirmed with the radiology department")));
        hand.until("ready", () -> submission.canContinue().get());
    }
}

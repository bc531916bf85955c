// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
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
            SubmissionViewModel submission = draft(hand);
            hand.run(() -> submission.begin(PracticeTrial.DISC_SUBJECT, PracticeTrial.DISC_VISIT));
            hand.press("submission-discard");
            hand.press("submission-discard-keep");
            assertThat(Stagehand.fx(() -> submission.holdsImages().get())).isTrue();
            hand.press("submission-next");
            hand.press("submission-next");
            Tour.explain(hand);
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

    @Test
    void aLanguageChosenOverADraftIsNotMixedWithTheOneOnTheScreen() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            draft(hand);
            Desk desk = hand.desk();
            hand.run(() -> desk.settings().speak("de"));
            hand.run(hand.entrance()::leave);
            assertThat(Stagehand.fx(() -> hand.stage().getScene().getRoot().lookupAll(".label").stream()
                            .filter(Label.class::isInstance)
                            .map(label -> ((Label) label).getText())
                            .toList()))
                    .contains(Words.english().say("close.title"));
        }
    }

    @Test
    void aQuestionThatIsSettledByAReasonSaysSo() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            SubmissionViewModel submission = draft(hand);
            hand.run(() -> submission.begin("001-0001", "W08"));
            hand.press("submission-next");
            hand.press("submission-next");
            hand.until(
                    "reviewed",
                    () -> !submission.steps().review().checking().get()
                            && submission.steps().review().findings().stream()
                                    .anyMatch(row -> row.finding().needsReason()));
            assertThat(heads(hand)).contains(Words.english().say("review.needs-reason"));
            Tour.explain(hand);
            assertThat(heads(hand))
                    .contains(Words.english().say("review.reason-given"))
                    .doesNotContain(Words.english().say("review.needs-reason"));
        }
    }

    private static List<String> heads(Stagehand hand) {
        return Stagehand.fx(() -> hand.stage().getScene().getRoot().lookupAll(".topic-word").stream()
                .map(word -> ((Label) word).getText())
                .toList());
    }

    /** A file that is no trial asks nothing; one that is one asks before the images are forgotten, and says what was done. */
    @Test
    void aTrialOpenedOverADraftIsReadBeforeAnythingIsAsked() throws Exception {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        Path none = Files.writeString(home.resolve("no-trial.json"), "<html>");
        Path other = PracticeTrial.make(
                home.resolve("trial"),
                LocalDate.now(ZoneId.systemDefault()),
                URI.create("http://127.0.0.1:9/"),
                URI.create("http://127.0.0.1:9/"));
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            SubmissionViewModel submission = draft(hand);
            Desk desk = hand.desk();
            hand.arrive(none);
            hand.until("the mistake is said", () -> hand.stage().getScene().getRoot().lookupAll(".problem-box").stream()
                    .anyMatch(Node::isVisible));
            hand.press("welcome-back");
            assertThat(Stagehand.fx(() -> submission.holdsImages().get())).isTrue();
            hand.arrive(other);
            hand.press("join-no");
            assertThat(hand.desk()).isSameAs(desk);
            assertThat(menu(hand)).doesNotContain("trial-PRACTICE-1-001");
            hand.arrive(other);
            hand.press("join-yes");
            hand.press("close-stay");
            assertThat(hand.desk()).isSameAs(desk);
            assertThat(Stagehand.fx(() -> submission.holdsImages().get())).isTrue();
            assertThat(menu(hand)).as("who stays finds it in the menu").contains("trial-PRACTICE-1-001");
            hand.arrive(other);
            hand.press("switch-anyway");
            hand.until(
                    "the other trial is on the desk",
                    () -> hand.entrance().desk().filter(now -> now != desk).isPresent());
        }
    }

    private static List<String> menu(Stagehand hand) {
        MenuButton trials = (MenuButton) hand.find("top-trials");
        return Stagehand.fx(() -> trials.getItems().stream()
                .map(item -> String.valueOf(item.getId()))
                .toList());
    }

    private static SubmissionViewModel draft(Stagehand hand) {
        Desk desk = hand.desk();
        hand.run(() -> desk.shell().open(Screen.NEW));
        SubmissionViewModel submission = desk.submission();
        SourceViewModel source = submission.steps().source();
        hand.press("source-practice-disc");
        hand.until("scanned", () -> source.phase().get() == SourceViewModel.Phase.READY);
        hand.run(() -> source.check(source.root(), false));
        hand.run(() -> Tour.tick(source, "CT"));
        return submission;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;
import org.trialcourier.check.Severity;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.problem.Problem;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.ui.shell.Safety;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.Step;
import org.trialcourier.ui.submission.SubmissionViewModel;

/** The real window on the platform without a display: every screen once, in both themes, and the practice job through it. */
@ResourceLock(Stagehand.WINDOW)
class ScreensTest {
    private final List<String> warnings = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            synchronized (warnings) {
                warnings.add(String.valueOf(line.getMessage()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger css = Logger.getLogger("javafx.css");

    @TempDir
    private Path home;

    @BeforeEach
    void listen() {
        css.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        css.removeHandler(listener);
    }

    private Stagehand hand() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        return new Stagehand(options, false, 1000, 700);
    }

    @Test
    void thePracticeJobGoesThroughTheWholeWindow() throws IOException {
        try (Stagehand hand = hand()) {
            everyControlHasItsNames(hand);
            hand.arrive(Files.writeString(home.resolve("letter.txt"), "no image"));
            hand.press("welcome-practice-begin");
            Desk desk = hand.desk();
            whatWasGivenBeforeThereWasATrialIsLookedAtNow(hand, desk.submission());
            for (Screen screen : Screen.values()) {
                hand.run(() -> desk.shell().open(screen));
                for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                    hand.run(theme::apply);
                    hand.pulses(2);
                }
                everyControlHasItsNames(hand);
            }
            source(hand, desk.submission());
            subject(hand, desk.submission());
            review(hand, desk.submission());
            send(hand, desk);
            hand.until("received", () -> desk.shell().waiting().get() == 0);
            hand.run(() -> desk.shell().open(Screen.HISTORY));
            hand.pulses(2);
            everyControlHasItsNames(hand);
        }
        assertThat(warnings).isEmpty();
    }

    private static void whatWasGivenBeforeThereWasATrialIsLookedAtNow(Stagehand hand, SubmissionViewModel submission) {
        SourceViewModel source = submission.steps().source();
        hand.until("the file was looked at", () -> source.problem().get() instanceof Problem.NoImages);
        hand.pulses(2);
        assertThat(source.leftOut()).hasSize(1);
        assertThat(Stagehand.fx(() ->
                        hand.stage().getScene().lookup("#source-left-out-table").isVisible()))
                .isTrue();
    }

    private static void source(Stagehand hand, SubmissionViewModel submission) {
        SourceViewModel source = submission.steps().source();
        hand.run(() -> submission.clear());
        hand.press("rail-new");
        hand.press("source-practice-disc");
        hand.until("all was looked at", () -> source.phase().get() == SourceViewModel.Phase.READY);
        assertThat(source.leftOut()).isNotEmpty();
        hand.run(() -> Tour.tick(source, "CT"));
        everyControlHasItsNames(hand);
        hand.press("submission-next");
    }

    private static void subject(Stagehand hand, SubmissionViewModel submission) {
        hand.run(() -> submission.steps().subject().choose(PracticeTrial.DISC_SUBJECT, PracticeTrial.DISC_VISIT));
        hand.pulses(2);
        everyControlHasItsNames(hand);
        hand.press("submission-next");
    }

    private static void review(Stagehand hand, SubmissionViewModel submission) {
        var review = submission.steps().review();
        hand.until(
                "reviewed",
                () -> !review.previewing().get() && !review.checking().get());
        hand.run(() -> review.findings().stream()
                .filter(row -> row.finding().severity() == Severity.REASON)
                .forEach(row -> row.reason().set("Confirmed with the radiology department")));
        hand.pulses(2);
        everyControlHasItsNames(hand);
        assertThat(review.shown()).isNotEmpty();
        hand.press("submission-next");
    }

    private static void send(Stagehand hand, Desk desk) {
        SubmissionViewModel submission = desk.submission();
        assertThat(Stagehand.fx(() -> submission.step().get())).isEqualTo(new Step.Send());
        hand.run(() -> {
            var send = submission.steps().send();
            send.name().set("Robin Fictional");
            send.role().set("Study coordinator");
            send.confirmed().set(true);
            send.pin().set("2468");
            send.answers().forEach(Tour::answer);
        });
        hand.pulses(2);
        everyControlHasItsNames(hand);
        whatIsAnsweredStaysAnswered(hand);
        aMistakeIsMarkedAndTold(hand);
        hand.press("submission-send");
        hand.until("queued", () -> desk.shell().screen().get() == Screen.QUEUE);
        hand.until("the disc may go", () -> desk.shell().safety().get() != Safety.KEEP_DISC);
    }

    private static void whatIsAnsweredStaysAnswered(Stagehand hand) {
        Node yes = hand.find("form-contrast-yes");
        hand.press("form-contrast-yes");
        hand.press("form-contrast-yes");
        assertThat(Stagehand.fx(() -> ((ToggleButton) yes).isSelected())).isTrue();
    }

    private static void aMistakeIsMarkedAndTold(Stagehand hand) {
        TextInputControl amount = (TextInputControl) hand.find("form-contrast-volume");
        hand.run(() -> amount.setText("a lot"));
        assertThat(amount.getPseudoClassStates()).contains(Styles.STATE_DANGER);
        assertThat(amount.getAccessibleHelp()).isNotBlank();
        hand.run(() -> amount.setText("1"));
        assertThat(amount.getPseudoClassStates()).doesNotContain(Styles.STATE_DANGER);
    }

    /** Whatever can have the focus says what it is to a screen reader; every button and field has an id; Alt calls it. */
    private static void everyControlHasItsNames(Stagehand hand) {
        List<String> nameless = Stagehand.fx(() -> {
            List<String> found = new ArrayList<>();
            collect(hand.stage().getScene().getRoot(), found);
            found.addAll(Letters.faults(hand.stage().getScene().getRoot()));
            return found;
        });
        assertThat(nameless).isEmpty();
    }

    private static void collect(Node node, List<String> nameless) {
        boolean used = node instanceof ButtonBase || node instanceof TextInputControl;
        boolean part = node.getStyleClass().contains("arrow-button")
                || node.getStyleClass().contains("show-hide-columns-button");
        boolean readOnly = node instanceof TextInputControl text && !text.isEditable();
        String accessible = node.getAccessibleText();
        boolean named = accessible != null && !accessible.isBlank();
        if (used && !part && node.isVisible() && (!named || (node.getId() == null && !readOnly))) {
            nameless.add(node.toString());
        } else if (!used && node.isVisible() && node.isFocusTraversable() && !isFrame(node) && !named) {
            nameless.add(node.toString());
        }
        if (node instanceof TableView<?> table && table.getPlaceholder() == null) {
            nameless.add(node + " says nothing when it is empty");
        }
        if (node instanceof TreeTableView<?> tree && tree.getPlaceholder() == null) {
            nameless.add(node + " says nothing when it is empty");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
        }
    }

    /** A place that only holds others can have the focus to scroll; cells say their content, links their words. */
    private static boolean isFrame(Node node) {
        return node instanceof ScrollPane || node instanceof IndexedCell<?> || node instanceof Labeled;
    }
}

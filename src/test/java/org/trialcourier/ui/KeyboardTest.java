// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;
import org.trialcourier.pixel.Box;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.ui.images.ImagesViewModel;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.source.CatalogNode;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.Step;
import org.trialcourier.ui.submission.SubmissionViewModel;
import org.trialcourier.ui.welcome.WelcomeView;

/** The practice job from the first start to the queue with keys alone: every control on the way can be reached by Tab. */
@ResourceLock(Stagehand.WINDOW)
class KeyboardTest {
    private static final int LONGEST_WAY = 80;

    @TempDir
    private Path home;

    @Test
    void thePracticeJobNeedsNoMouse() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, false, 1000, 700)) {
            hand.run(() -> hand.stage().requestFocus());
            begin(hand);
            Desk desk = hand.desk();
            alt(hand, KeyCode.Q);
            hand.until("the queue", () -> desk.shell().screen().get() == Screen.QUEUE);
            chord(hand, KeyCode.DIGIT2);
            hand.until("the first step", () -> desk.shell().screen().get() == Screen.NEW);
            SubmissionViewModel submission = desk.submission();
            SourceViewModel source = submission.steps().source();
            tabTo(hand, "source-practice-disc");
            type(hand, KeyCode.SPACE);
            hand.until("all was looked at", () -> source.phase().get() == SourceViewModel.Phase.READY);
            alt(hand, KeyCode.F);
            hand.until("what was left out", hand.find("source-left-out-table")::isVisible);
            tick(hand, source);
            alt(hand, KeyCode.C);
            hand.until("the second step", () -> submission.step().get().equals(new Step.Subject()));
            assertThat(owner(hand)).isEqualTo("subject-search");
            write(hand, PracticeTrial.DISC_SUBJECT);
            hand.until(
                    "a visit fits", () -> submission.steps().subject().ready().get());
            type(hand, KeyCode.ENTER);
            hand.until("the third step", () -> submission.step().get().equals(new Step.Review()));
            hand.until("reviewed", () -> submission.steps().review().ready().get());
            assertThat(owner(hand)).isEqualTo("review-search");
            tabTo(hand, "submission-next");
            type(hand, KeyCode.SPACE);
            hand.until("the fourth step", () -> submission.step().get().equals(new Step.Send()));
            String firstQuestion =
                    submission.steps().send().answers().getFirst().field().id();
            assertThat(owner(hand)).startsWith("form-" + firstQuestion);
            tabTo(hand, "send-name");
            write(hand, "Robin Fictional");
            tabTo(hand, "send-role");
            write(hand, "Coordinator");
            tabTo(hand, "send-statement");
            type(hand, KeyCode.SPACE);
            tabTo(hand, "send-pin");
            write(hand, "2468");
            tabTo(hand, "send-pin-repeat");
            write(hand, "2468");
            hand.run(() -> submission.steps().send().answers().forEach(Tour::answer));
            hand.until("ready", () -> submission.steps().send().ready().get());
            type(hand, KeyCode.ENTER);
            hand.until("queued", () -> desk.shell().screen().get() == Screen.QUEUE);
        }
    }

    /** What was pressed goes out of sight; the keyboard goes on at the tree, not at the button that throws it away. */
    @Test
    void theKeyboardStaysWhereTheWorkGoesOn() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            hand.run(() -> hand.stage().requestFocus());
            Desk desk = hand.desk();
            hand.run(() -> desk.shell().open(Screen.NEW));
            SourceViewModel source = desk.submission().steps().source();
            tabTo(hand, "source-practice-disc");
            type(hand, KeyCode.SPACE);
            hand.until("all was looked at", () -> source.phase().get() == SourceViewModel.Phase.READY);
            assertThat(owner(hand)).isEqualTo("source-tree");
            tabTo(hand, "source-clear");
            type(hand, KeyCode.SPACE);
            hand.until("nothing is there", () -> source.phase().get() == SourceViewModel.Phase.EMPTY);
            assertThat(owner(hand)).isEqualTo("source-pick-folder");
        }
    }

    /** A cover is drawn, moved, made larger, taken away and brought back on the picture, and found text is covered. */
    @Test
    void coversNeedNoMouse() {
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            hand.run(() -> hand.stage().requestFocus());
            Desk desk = hand.desk();
            hand.run(() -> desk.shell().open(Screen.NEW));
            SubmissionViewModel submission = desk.submission();
            SourceViewModel source = submission.steps().source();
            hand.press("source-practice-disc");
            hand.until("all was looked at", () -> source.phase().get() == SourceViewModel.Phase.READY);
            hand.run(() -> Tour.tick(source, "US"));
            hand.run(() -> submission.steps().subject().choose(PracticeTrial.DISC_SUBJECT, PracticeTrial.DISC_VISIT));
            hand.press("submission-next");
            hand.press("submission-next");
            hand.press("review-tab-images");
            ImagesViewModel images = submission.steps().images();
            hand.until("a picture", () -> images.frame().get() != null);
            tabTo(hand, "images-picture");
            type(hand, KeyCode.C);
            Box drawn = only(images);
            type(hand, KeyCode.RIGHT);
            assertThat(only(images).x()).isEqualTo(drawn.x() + 1);
            with(hand, KeyCode.SHIFT, KeyCode.DOWN);
            assertThat(only(images).height()).isEqualTo(drawn.height() + 1);
            type(hand, KeyCode.ESCAPE);
            type(hand, KeyCode.P);
            type(hand, KeyCode.DELETE);
            assertThat(images.covers().masks()).isEmpty();
            chord(hand, KeyCode.Z);
            assertThat(only(images).height()).isEqualTo(drawn.height() + 1);
            hand.until("text was found", () -> !images.places().open().isEmpty());
            type(hand, KeyCode.N);
            type(hand, KeyCode.ENTER);
            assertThat(images.covers().masks()).hasSize(2);
        }
    }

    private static Box only(ImagesViewModel images) {
        assertThat(images.covers().masks()).hasSize(1);
        return images.covers().masks().getFirst().box();
    }

    private static String owner(Stagehand hand) {
        hand.pulses(2);
        Node owner = Stagehand.fx(() -> hand.stage().getScene().getFocusOwner());
        return owner == null ? "nothing" : String.valueOf(owner.getId());
    }

    /** Presses Enter on the first page until it is heard: while the data folder is opened the page is laid out anew. */
    private static void begin(Stagehand hand) {
        hand.until("practice begins", () -> {
            boolean there = hand.entrance().desk().isPresent();
            if (!there && hand.stage().getScene().getRoot() instanceof WelcomeView) {
                new Robot().keyType(KeyCode.ENTER);
            }
            return there;
        });
    }

    /** Goes down the tree to the CT study and ticks it with the space bar. */
    private static void tick(Stagehand hand, SourceViewModel source) {
        tabTo(hand, "source-tree");
        @SuppressWarnings("unchecked")
        TreeTableView<CatalogNode> tree = (TreeTableView<CatalogNode>) hand.find("source-tree");
        type(hand, KeyCode.HOME);
        for (int i = 0; i < LONGEST_WAY && !Stagehand.fx(() -> isCtStudy(tree)); i++) {
            type(hand, KeyCode.DOWN);
        }
        type(hand, KeyCode.SPACE);
        hand.until("ticked", () -> !source.selection().get().patients().isEmpty());
    }

    private static boolean isCtStudy(TreeTableView<CatalogNode> tree) {
        var item = tree.getSelectionModel().getSelectedItem();
        return item != null
                && item.getValue().kind() == CatalogNode.Kind.STUDY
                && item.getValue().children().stream()
                        .anyMatch(series -> series.modality().equals("CT"));
    }

    private static void tabTo(Stagehand hand, String id) {
        List<String> way = new ArrayList<>();
        for (int i = 0; i < LONGEST_WAY; i++) {
            Node owner = Stagehand.fx(() -> hand.stage().getScene().getFocusOwner());
            if (owner != null && id.equals(owner.getId())) {
                return;
            }
            way.add(owner == null ? "nothing" : String.valueOf(owner.getId()));
            type(hand, KeyCode.TAB);
        }
        assertThat(way).as("the way of the keyboard").contains(id);
    }

    private static void type(Stagehand hand, KeyCode key) {
        hand.run(() -> new Robot().keyType(key));
        hand.pulses(1);
    }

    private static void chord(Stagehand hand, KeyCode key) {
        with(hand, KeyCode.CONTROL, key);
    }

    private static void alt(Stagehand hand, KeyCode letter) {
        with(hand, KeyCode.ALT, letter);
    }

    private static void with(Stagehand hand, KeyCode held, KeyCode key) {
        hand.run(() -> {
            Robot robot = new Robot();
            robot.keyPress(held);
            robot.keyType(key);
            robot.keyRelease(held);
        });
        hand.pulses(1);
    }

    private static void write(Stagehand hand, String text) {
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            KeyCode key =
                    switch (letter) {
                        case ' ' -> KeyCode.SPACE;
                        case '-' -> KeyCode.MINUS;
                        default -> KeyCode.getKeyCode(String.valueOf(letter));
                    };
            hand.run(() -> new Robot().keyType(key));
        }
        hand.pulses(1);
    }
}

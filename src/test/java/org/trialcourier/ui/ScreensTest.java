// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.ui.shell.Safety;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.SubmissionViewModel;

/** The real window on the platform without a display: every stop of the practice job and every
 * corner beside it, each screen in both themes. */
@ResourceLock(Stagehand.WINDOW)
class ScreensTest {
    private static final Set<String> IN_BOTH_THEMES =
            Set.of("visits", "help", "source", "review", "send", "queue", "history", "audit", "settings");

    private static final Set<String> WITH_MENUS = Set.of("visits", "settings", "visits-every-state");

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
    void thePracticeJobGoesThroughTheWholeWindow() {
        try (Stagehand hand = hand()) {
            new Tour(hand, stop -> look(hand, stop)).go();
            new Corners(hand, Words.english(), stop -> look(hand, stop)).go();
        }
        assertThat(warnings).isEmpty();
    }

    private void look(Stagehand hand, String stop) {
        hand.pulses(2);
        if (IN_BOTH_THEMES.contains(stop)) {
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                hand.run(theme::apply);
                hand.pulses(2);
            }
        }
        everyControlHasItsNames(hand, stop);
        switch (stop) {
            case "welcome" -> hand.arrive(letter());
            case "visits" -> whatWasGivenBeforeThereWasATrialIsLookedAtNow(hand);
            case "source" ->
                assertThat(hand.desk().submission().steps().source().leftOut()).isNotEmpty();
            case "review" ->
                assertThat(hand.desk().submission().steps().review().shown()).isNotEmpty();
            case "send" -> {
                whatIsAnsweredStaysAnswered(hand);
                aMistakeIsMarkedAndTold(hand);
            }
            case "queue" -> theDiscMayGo(hand, hand.desk());
            default -> {}
        }
    }

    private static void theDiscMayGo(Stagehand hand, Desk desk) {
        hand.until("the disc may go", () -> desk.shell().safety().get() != Safety.KEEP_DISC);
    }

    private Path letter() {
        try {
            return Files.writeString(home.resolve("letter.txt"), "no image");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void whatWasGivenBeforeThereWasATrialIsLookedAtNow(Stagehand hand) {
        SubmissionViewModel submission = hand.desk().submission();
        SourceViewModel source = submission.steps().source();
        hand.until("the file was looked at", () -> source.problem().get() instanceof Problem.NoImages);
        hand.pulses(2);
        assertThat(source.leftOut()).hasSize(1);
        assertThat(Stagehand.fx(() ->
                        hand.stage().getScene().lookup("#source-left-out-table").isVisible()))
                .isTrue();
        hand.run(submission::clear);
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

    /**
     * Whatever can have the focus says what it is to a screen reader; every button and field has an id; Alt calls it, in
     * every language.
     */
    private static void everyControlHasItsNames(Stagehand hand, String stop) {
        List<String> nameless = Stagehand.fx(() -> {
            List<String> found = new ArrayList<>();
            collect(hand.stage().getScene().getRoot(), found);
            found.addAll(Letters.faultsInEveryLanguage(hand.stage().getScene().getRoot()));
            if (WITH_MENUS.contains(stop)) {
                found.addAll(Menus.faults(hand.stage().getScene().getRoot()));
            }
            return found;
        });
        assertThat(nameless).as(stop).isEmpty();
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

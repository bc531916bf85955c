// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.app.AppOptions;
import org.trialcourier.text.Words;

/**
 * No word of the program is cut on any screen of the smallest window and nothing sticks out, however long the language
 * makes it, and no letter calls two buttons of a page.
 */
@Tag("xvfb")
class CutTextTest {
    /** Its words are longer, and its letters on no keyboard. */
    private static final String PSEUDO = "qps";

    @TempDir
    private Path home;

    @Test
    void nothingIsCutWhereWordsAreTwoFifthsLonger() {
        assertThat(cut(PSEUDO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "ja"})
    void nothingIsCutInALanguage(String language) {
        assertThat(cut(language)).isEmpty();
    }

    private Set<String> cut(String language) {
        AppOptions options =
                new AppOptions(home, Clock.systemDefaultZone(), Locale.forLanguageTag(language), Map.of(), false);
        Set<String> found = new TreeSet<>();
        try (Stagehand hand = new Stagehand(options, false, 1000, 700)) {
            Consumer<String> stop = screen -> {
                hand.pulses(3);
                hand.run(() -> {
                    Parent root = hand.stage().getScene().getRoot();
                    collect(screen, root, found);
                    if (!language.equals(PSEUDO)) {
                        Letters.faults(root).forEach(fault -> found.add(screen + ": " + fault));
                    }
                });
            };
            new Tour(hand, stop).go();
            new Corners(hand, Words.of(options.locale()), stop).go();
        }
        return found;
    }

    /** Data in the cells of a table may be cut: the whole is in a tooltip, and columns can be made wider. */
    private static void collect(String screen, Node node, Set<String> found) {
        if (!node.isVisible() || node instanceof IndexedCell<?>) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.lookup(".text") instanceof Text shown && isCut(labeled, shown)) {
            found.add(screen + ": " + labeled.getText() + " -> " + shown.getText());
        }
        if (node instanceof Labeled labeled && labeled.lookup(".text") instanceof Text shown && isBroken(shown)) {
            found.add(screen + ": a word of " + labeled.getText() + " is broken");
        }
        if (node instanceof TextField field && field.getText().isEmpty() && isPromptCut(field)) {
            found.add(screen + ": the field is too short for " + field.getPromptText());
        }
        if (node instanceof ButtonBase button && isOutside(button)) {
            found.add(screen + ": " + button.getText() + " is outside the window");
        }
        if (node.getStyleClass().contains("card") && isOutside(node)) {
            found.add(screen + ": a card sticks out of the window: " + node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(screen, child, found));
        }
    }

    private static boolean isOutside(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX()
                > node.getScene().getWidth() + 1;
    }

    /** Japanese may be broken anywhere. */
    private static boolean isBroken(Text shown) {
        return shown.getWrappingWidth() > 0
                && shown.getText().chars().allMatch(letter -> letter < 0x3000)
                && shown.getText()
                        .lines()
                        .flatMap(line -> Stream.of(line.split("[ \\u00a0-]+", -1)))
                        .anyMatch(word -> {
                            Text alone = new Text(word);
                            alone.setFont(shown.getFont());
                            return alone.getLayoutBounds().getWidth() > shown.getWrappingWidth() + 1;
                        });
    }

    /** Made-up words are longer than any field needs to be. */
    private static boolean isPromptCut(TextField field) {
        return field.lookupAll(".text").stream()
                .map(Text.class::cast)
                .filter(text -> text.getText().equals(field.getPromptText())
                        && text.getText().charAt(0) != '\u27e6')
                .anyMatch(text -> text.getBoundsInParent().getMaxX()
                        > text.getParent().getLayoutBounds().getWidth() + 1);
    }

    private static boolean isCut(Labeled labeled, Text shown) {
        String whole = labeled.getText() == null ? "" : labeled.getText().replace("_", "");
        boolean pseudo = whole.startsWith("\u27e6");
        boolean shorter = pseudo
                ? shown.getText().length() < whole.length() - 3
                : !shown.getText().equals(whole);
        boolean ends = shown.getText().endsWith(labeled.getEllipsisString());
        return labeled.getWidth() > 0 && shorter && ends;
    }
}

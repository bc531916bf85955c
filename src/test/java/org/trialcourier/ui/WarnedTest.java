// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Theme;

/** Much may be said against a choice: the second step stays whole in the smallest window, and every word can be read. */
@ResourceLock(Stagehand.WINDOW)
class WarnedTest {
    /** What the smallest window leaves beside the rail and below the bar. */
    private static final double WIDTH = 936;

    private static final double HEIGHT = 636;
    private static final double FOOT = 60;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "ja"})
    void stepTwoIsWhole(String language) {
        Region page = page(language);
        List<String> cut = Stagehand.fx(() -> {
            List<String> found = new ArrayList<>();
            collect(page, found);
            return found;
        });
        assertThat(cut).isEmpty();
        assertThat(Stagehand.fx(() -> page.minHeight(WIDTH))).isLessThan(HEIGHT);
        Region list = (Region) Stagehand.fx(() -> page.lookup("#subject-visits"));
        assertThat(Stagehand.fx(list::getHeight)).isGreaterThan(200);
        Bounds seen = Stagehand.fx(() -> list.localToScene(list.getLayoutBounds()));
        assertThat(seen.getMinY()).isPositive();
        assertThat(seen.getMaxY()).isLessThan(HEIGHT - FOOT);
        Node foot = Stagehand.fx(() -> page.lookup("#submission-next"));
        assertThat(Stagehand.fx(() -> foot.localToScene(foot.getLayoutBounds()).getMaxY()))
                .isLessThan(HEIGHT);
    }

    @Test
    void whatIsFoldedUnfolds() {
        Region page = page("en");
        int folded = Stagehand.fx(() -> page.lookupAll(".note-box .label").size());
        Stagehand.fx(() -> {
            ((Button) page.lookup("#subject-concerns-more")).fire();
            return true;
        });
        assertThat(Stagehand.fx(() -> page.lookupAll(".note-box .label").size()))
                .isEqualTo(folded + 2);
    }

    @Test
    void whatCannotBeMadeSafeLeavesTheReviewItsRoom() {
        Region page = shown(() -> new HeldReview(Words.english()).page());
        Region table = (Region) Stagehand.fx(() -> page.lookup("#review-table"));
        assertThat(Stagehand.fx(table::getHeight)).isGreaterThan(200);
        Region trouble = (Region) Stagehand.fx(() -> page.lookup("#review-trouble"));
        assertThat(Stagehand.fx(trouble::getHeight)).isBetween(100.0, 200.0);
        assertThat(Stagehand.fx(() -> page.lookupAll(".tone-bad").stream()
                        .filter(Labeled.class::isInstance)
                        .map(label -> ((Labeled) label).getText())
                        .toList()))
                .contains(Words.english().say("review.reason-names"));
    }

    private static Region page(String language) {
        return shown(() -> new Warned(Words.of(Locale.forLanguageTag(language)), Corners.trial()).page());
    }

    private static Region shown(Supplier<Region> made) {
        Stagehand.startToolkit();
        return Stagehand.fx(() -> {
            Region page = made.get();
            Theme.LIGHT.apply();
            Scene scene = new Scene(page, WIDTH, HEIGHT);
            Theme.dress(scene);
            for (int i = 0; i < 4; i++) {
                page.applyCss();
                page.layout();
            }
            return page;
        });
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.lookup(".text") instanceof Text shown
                && shown.getText().endsWith(labeled.getEllipsisString())) {
            found.add(labeled.getText() + " -> " + shown.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}

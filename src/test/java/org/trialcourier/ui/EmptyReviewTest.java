// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.check.Finding;
import org.trialcourier.problem.Phrase;
import org.trialcourier.text.Words;
import org.trialcourier.ui.review.ReviewView;
import org.trialcourier.ui.review.ReviewViewModel;
import org.trialcourier.ui.review.ReviewWork;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.work.Progress;

/** An empty table of what leaves says whether that is still worked out, or whether there is nothing. */
@ResourceLock(Stagehand.WINDOW)
class EmptyReviewTest {
    private static final class Nothing implements ReviewWork {
        @Override
        public List<Finding> findings(Progress progress) {
            return List.of();
        }

        @Override
        public List<Phrase> compared() {
            return List.of();
        }

        @Override
        public boolean namesPatient(String text) {
            return false;
        }

        @Override
        public Preview preview(Progress progress) {
            return new Preview(List.of(), List.of());
        }
    }

    @Test
    void anEmptyTableSaysWhetherItIsStillWorkedOut() {
        Stagehand.startToolkit();
        HeldRunner runner = new HeldRunner();
        ReviewViewModel model = new ReviewViewModel(runner, new ManualTicker(), Words.english());
        Scene scene = Stagehand.fx(
                () -> new Scene(new ReviewView(model, new Region(), Words.english(), remedy -> {}), 900, 600));
        Stagehand.fx(() -> {
            model.review(new Nothing());
            return true;
        });
        assertThat(placeholder(scene)).isEqualTo("Working out what leaves this computer");
        Stagehand.fx(() -> {
            runner.release();
            return true;
        });
        assertThat(placeholder(scene)).isEqualTo("Nothing to show here.");
    }

    private static String placeholder(Scene scene) {
        return Stagehand.fx(() -> {
            TableView<?> table = (TableView<?>) scene.getRoot().lookup("#review-table");
            return ((Label) table.getPlaceholder()).getText();
        });
    }
}

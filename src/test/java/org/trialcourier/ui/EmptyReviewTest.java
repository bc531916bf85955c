// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.text.Words;
import org.trialcourier.ui.review.NothingFound;
import org.trialcourier.ui.review.ReviewView;
import org.trialcourier.ui.review.ReviewViewModel;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** A review says what it is still working out, and an empty table of what leaves whether there is nothing. */
@ResourceLock(Stagehand.WINDOW)
class EmptyReviewTest {
    @Test
    void anEmptyTableSaysWhetherItIsStillWorkedOut() {
        Stagehand.startToolkit();
        HeldRunner runner = new HeldRunner();
        ReviewViewModel model = new ReviewViewModel(runner, new ManualTicker(), Samples.clock(), Words.english());
        Scene scene = Stagehand.fx(
                () -> new Scene(new ReviewView(model, new Region(), Words.english(), remedy -> {}), 900, 600));
        Stagehand.fx(() -> {
            model.review(new NothingFound());
            return true;
        });
        assertThat(placeholder(scene)).isEqualTo("Working out what leaves this computer");
        Stagehand.fx(() -> {
            runner.release();
            return true;
        });
        assertThat(placeholder(scene)).isEqualTo("Nothing to show here.");
    }

    @Test
    void howManyPicturesWereSearchedIsShownWithABarAsLongAsItLasts() {
        Stagehand.startToolkit();
        Progress search = new Progress();
        JobRunner busy = new JobRunner() {
            @Override
            public <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
                return search;
            }
        };
        ManualTicker ticker = new ManualTicker();
        ReviewViewModel model = new ReviewViewModel(busy, ticker, Samples.clock(), Words.english());
        Scene scene = Stagehand.fx(
                () -> new Scene(new ReviewView(model, new Region(), Words.english(), remedy -> {}), 900, 600));
        ProgressBar bar = (ProgressBar) scene.getRoot().lookup("#review-searching");
        Label said = (Label) scene.getRoot().lookup("#review-searched");
        assertThat(said.getParent().isVisible()).isFalse();
        search.total(120, -1);
        search.addItems(30);
        Stagehand.fx(() -> {
            model.review(new NothingFound());
            ticker.tick();
            return true;
        });
        assertThat(said.getParent().isVisible()).isTrue();
        assertThat(said.getText()).isEqualTo("30 of 120 images searched for text");
        assertThat(bar.getProgress()).isEqualTo(0.25);
        Stagehand.fx(() -> {
            model.stop();
            return true;
        });
        assertThat(said.getParent().isVisible()).isFalse();
    }

    private static String placeholder(Scene scene) {
        return Stagehand.fx(() -> {
            TableView<?> table = (TableView<?>) scene.getRoot().lookup("#review-table");
            return ((Label) table.getPlaceholder()).getText();
        });
    }
}

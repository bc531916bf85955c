// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.ui.shared.Ticker;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.source.CatalogNode;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.Step;
import org.trialcourier.ui.submission.SubmissionViewModel;

/**
 * The window looks at itself: each screen comes up once, and the practice disc goes through the steps up to its
 * pictures, with all that is loaded for it. Nothing is sent. The packaging lets the Java machine learn from it, so that
 * each screen comes up quickly the first time a person opens it.
 */
final class SelfTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Looks at each screen so long that it was drawn. */
    private static final int LOOK = 3;

    private final Scene scene;
    private final Desk desk;
    private final Ticker ticker;
    private final Consumer<Boolean> end;
    private final Deque<Stop> stops = new ArrayDeque<>();
    private @Nullable Runnable watch;
    private int looks;
    private int looksAtThis;

    private record Stop(Runnable go, BooleanSupplier there) {}

    /** {@code end} is told whether all was seen. */
    SelfTest(Scene scene, Desk desk, Ticker ticker, Consumer<Boolean> end) {
        this.scene = scene;
        this.desk = desk;
        this.ticker = ticker;
        this.end = end;
        SubmissionViewModel submission = desk.submission();
        SubmissionViewModel.Steps steps = submission.steps();
        SourceViewModel source = steps.source();
        for (Screen screen : Screen.values()) {
            stops.add(new Stop(() -> desk.shell().open(screen), () -> true));
        }
        stops.add(new Stop(() -> desk.shell().open(Screen.NEW), () -> true));
        stops.add(new Stop(
                () -> press("source-practice-disc"), () -> source.phase().get() == SourceViewModel.Phase.READY));
        stops.add(new Stop(
                () -> {
                    source.root().children().forEach(patient -> takeScan(source, patient));
                    submission.next();
                },
                () -> submission.step().get() instanceof Step.Subject));
        stops.add(new Stop(
                () -> {
                    steps.subject().choose(PracticeTrial.DISC_SUBJECT, PracticeTrial.DISC_VISIT);
                    submission.next();
                },
                () -> submission.step().get() instanceof Step.Review
                        && !steps.review().previewing().get()
                        && !steps.review().checking().get()
                        && !steps.review().shown().isEmpty()));
        stops.add(new Stop(
                () -> press("review-tab-images"), () -> steps.images().frame().get() != null));
    }

    private static void takeScan(SourceViewModel source, CatalogNode patient) {
        patient.children().stream()
                .filter(study -> study.children().stream()
                        .anyMatch(series -> series.modality().equals("CT")))
                .forEach(study -> source.check(study, true));
    }

    private void press(String id) {
        Optional.ofNullable(scene.lookup("#" + id)).ifPresent(node -> ((ButtonBase) node).fire());
    }

    /** Begins at the first screen. */
    void begin() {
        watch = ticker.every(Ticker.WATCH, this::look);
        stops.getFirst().go().run();
    }

    private void look() {
        if (desk.shell().problem().get() != null || ++looks > PATIENCE.dividedBy(Ticker.WATCH)) {
            finish(false);
        } else if (++looksAtThis >= LOOK && stops.getFirst().there().getAsBoolean()) {
            looksAtThis = 0;
            stops.removeFirst();
            if (stops.isEmpty()) {
                finish(true);
            } else {
                stops.getFirst().go().run();
            }
        }
    }

    private void finish(boolean seen) {
        if (watch != null) {
            watch.run();
        }
        end.accept(seen);
    }
}

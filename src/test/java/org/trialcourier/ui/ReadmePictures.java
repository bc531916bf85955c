// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.ui.images.ImagesViewModel;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.source.CatalogNode;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.submission.SubmissionViewModel;

/** Takes the five pictures that the README shows, from the practice data. */
final class ReadmePictures {
    private final Path folder;
    private final Stagehand hand;

    private ReadmePictures(Path folder, Stagehand hand) {
        this.folder = folder;
        this.hand = hand;
    }

    /** Argument: the folder for the pictures. */
    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("trialcourier-pictures");
        AppOptions options = new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1280, 800)) {
            new ReadmePictures(Path.of(arguments[0]), hand).take();
        }
        System.exit(0);
    }

    private void take() {
        Desk desk = hand.desk();
        picture("screenshot-visits-dark", Theme.DARK);
        hand.run(() -> desk.shell().open(Screen.NEW));
        SubmissionViewModel submission = desk.submission();
        SourceViewModel source = submission.steps().source();
        hand.press("source-practice-disc");
        hand.until("scanned", () -> source.phase().get() == SourceViewModel.Phase.READY);
        hand.run(() -> source.check(patient(source), true));
        hand.press("source-left-out-show");
        hand.pulses(120);
        picture("screenshot-source", Theme.LIGHT);
        hand.run(() -> submission.steps().subject().choose(PracticeTrial.DISC_SUBJECT, PracticeTrial.DISC_VISIT));
        hand.press("submission-next");
        hand.press("submission-next");
        var review = submission.steps().review();
        hand.until(
                "reviewed",
                () -> !review.previewing().get() && !review.checking().get());
        picture("screenshot", Theme.LIGHT);
        hand.press("review-tab-images");
        ImagesViewModel images = submission.steps().images();
        hand.run(() -> images.series().stream()
                .filter(shown -> shown.title().startsWith("US"))
                .findFirst()
                .ifPresent(images.chosen()::set));
        hand.until(
                "words were found",
                () -> images.frame().get() != null && !images.places().open().isEmpty());
        hand.pulses(20);
        picture("screenshot-images-dark", Theme.DARK);
        hand.run(() -> images.places().cover(images.places().open()));
        hand.run(() -> images.vouch(true));
        hand.until("all fits", () -> review.ready().get());
        Tour.sign(hand);
        hand.press("submission-send");
        hand.until("queued", () -> desk.shell().screen().get() == Screen.QUEUE);
        hand.run(() -> desk.shell().open(Screen.HISTORY));
        hand.until("received", () -> desk.shell().waiting().get() == 0);
        hand.pulses(20);
        picture("screenshot-receipt", Theme.LIGHT);
    }

    /** The patient who has a CT. */
    private static CatalogNode patient(SourceViewModel source) {
        return source.root().children().stream()
                .filter(patient -> patient.children().stream()
                        .flatMap(study -> study.children().stream())
                        .anyMatch(series -> series.modality().equals("CT")))
                .findFirst()
                .orElseThrow();
    }

    private void picture(String name, Theme theme) {
        hand.run(theme::apply);
        hand.picture(folder.resolve(name + ".png"), 1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeDisc;
import org.trialcourier.ui.shared.FxRunner;
import org.trialcourier.ui.shell.ShellView;

/** A disc that is put into the drive while the window is open, played by folders. */
@ResourceLock(Stagehand.WINDOW)
class DiscOffersTest {
    @TempDir
    private Path folder;

    private final ObservableList<Path> discs = FXCollections.observableArrayList();
    private final List<Path> read = new ArrayList<>();

    @Test
    void aDiscWithImagesIsOfferedAndOneWithoutIsToldOf() throws Exception {
        Path images = PracticeDisc.make(folder.resolve("disc"), LocalDate.of(2026, 9, 15));
        Path music = Files.createDirectories(folder.resolve("music"));
        AppOptions options =
                new AppOptions(folder.resolve("home"), Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
        try (Stagehand hand = new Stagehand(options, true, 1000, 700)) {
            hand.desk();
            hand.until("the desk is shown", () -> hand.stage().getScene().getRoot() instanceof ShellView);
            ShellView view = (ShellView) hand.scene().getRoot();
            DiscOffers offers = new DiscOffers(view, discs, new FxRunner(), read::add);
            Runnable musicGone = Stagehand.fx(() -> offers.inserted(music));
            hand.until("the disc is told of", () -> !toasts(view).isEmpty());
            assertThat(Stagehand.fx(() -> view.lookup("#disc-read"))).isNull();
            hand.run(musicGone);

            Runnable gone = Stagehand.fx(() -> offers.inserted(images));
            hand.find("disc-read");
            hand.run(gone);
            hand.until("the offer goes with the disc", () -> view.lookup("#disc-read") == null);

            hand.run(() -> offers.inserted(images));
            hand.press("disc-read");
            assertThat(read).containsExactly(images);
            hand.until("a taken offer goes", () -> view.lookup("#disc-read") == null);
        }
    }

    private static List<Node> toasts(ShellView view) {
        return List.copyOf(view.lookupAll(".toast"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.Scans;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.LeftOut;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.FxRunner;
import org.trialcourier.ui.shared.FxTicker;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.work.Progress;

/**
 * The largest gap between two pulses of the window while a folder is scanned, its tree grows and is scrolled, and in the
 * second after. The scan is held back, a moment for each image, so that it lasts many pulses. The budget is 100 ms.
 * {@code -Dpulse.files=20000 -Dpulse.images-a-series=20}
 */
@Tag("bench")
class PulseBenchTest {
    private static final int FILES = Integer.getInteger("pulse.files", 20_000);
    private static final int IN_SERIES = Integer.getInteger("pulse.images-a-series", 20);
    private static final long HELD_NANOS = 500_000;

    @TempDir
    private Path folder;

    private long last;
    private long largest;
    private int pulses;
    private long largestAfter;
    private int pulsesAfter;

    @Test
    void theTreeScrollsWhileTheScanRuns() throws Exception {
        for (int i = 0; i < FILES; i++) {
            DataSet data = Made.image(i);
            data.putText(org.trialcourier.dicom.Tag.SERIES_INSTANCE_UID, "2.25.11" + i / IN_SERIES);
            Path file = folder.resolve("S" + i / IN_SERIES).resolve("IM" + i);
            Files.createDirectories(file.getParent());
            DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(file);
        }
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> show(done));
        assertThat(done.await(5, TimeUnit.MINUTES)).isTrue();
        System.out.printf(
                Locale.ROOT,
                "%n| scan of %,d files in %,d series | while scanning: %d pulses, largest gap %d ms"
                        + " | after it: %d pulses, largest gap %d ms |%n",
                FILES,
                FILES / IN_SERIES,
                pulses,
                largest / 1_000_000,
                pulsesAfter,
                largestAfter / 1_000_000);
        assertThat(pulses).isPositive();
    }

    private void show(CountDownLatch done) {
        Words words = Words.english();
        SourceViewModel model = new SourceViewModel(PulseBenchTest::heldBack, new FxRunner(), new FxTicker(), words);
        SourceView view = new SourceView(model, words, Optional.empty());
        Stage stage = new Stage();
        Scene scene = new Scene(view, 900, 700);
        Theme.loadFirstFonts();
        Theme.LIGHT.apply();
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        AnimationTimer timer = new AnimationTimer() {
            private int settled;

            @Override
            public void handle(long now) {
                pulse(now, model.phase().get());
                CatalogTable table = (CatalogTable) view.lookup("#source-tree");
                if (table != null && table.getExpandedItemCount() > 0) {
                    table.scrollTo(pulses % table.getExpandedItemCount());
                }
                if (model.phase().get() == SourceViewModel.Phase.READY && ++settled == 60) {
                    stop();
                    stage.close();
                    done.countDown();
                }
            }
        };
        // The first pulses draw the window itself.
        timer.start();
        Platform.runLater(() -> model.add(List.of(folder)));
    }

    private static Catalog heldBack(List<Path> sources, Progress progress, ScanListener listener)
            throws InterruptedException {
        return Scans.scan(sources, progress, new ScanListener() {
            @Override
            public void found(Instance instance) {
                LockSupport.parkNanos(HELD_NANOS);
                listener.found(instance);
            }

            @Override
            public void leftOut(LeftOut file) {
                listener.leftOut(file);
            }
        });
    }

    private void pulse(long now, SourceViewModel.Phase phase) {
        long gap = now - last;
        if (last != 0 && phase == SourceViewModel.Phase.SCANNING && ++pulses > 10) {
            largest = Math.max(largest, gap);
        } else if (phase == SourceViewModel.Phase.READY) {
            pulsesAfter++;
            largestAfter = Math.max(largestAfter, gap);
        }
        last = now;
    }
}

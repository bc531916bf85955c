// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The guard of the UI thread sees what it is there for, and nothing else. */
@ResourceLock(Stagehand.WINDOW)
class UiThreadWatchTest {
    @TempDir
    private Path folder;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Object lock = new Object();

    @BeforeAll
    static void start() {
        Stagehand.startToolkit();
    }

    @Test
    void seesAFileOnTheUiThread() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[1 << 20]);
        Set<String> seen = new HashSet<>();
        await().atMost(PATIENCE).until(() -> {
            Stagehand.fx(() -> Files.readAllBytes(file).length);
            seen.addAll(UiThreadWatch.found());
            return seen.stream().anyMatch(place -> place.contains("UiThreadWatchTest"));
        });
    }

    @Test
    void seesThatTheUiThreadWaitsForALock() {
        Set<String> seen = new HashSet<>();
        synchronized (lock) {
            Platform.runLater(() -> {
                synchronized (lock) {
                    seen.add("went on");
                }
            });
            await().atMost(PATIENCE).until(() -> {
                seen.addAll(UiThreadWatch.found());
                return seen.stream()
                        .anyMatch(place -> place.startsWith("waits") && place.contains("UiThreadWatchTest"));
            });
        }
    }

    @Test
    void sumsAndDrawingAreNoConcernOfIt() {
        UiThreadWatch.found();
        Stagehand.fx(() -> {
            long sum = 0;
            for (int i = 0; i < 100_000_000; i++) {
                sum += i;
            }
            return sum;
        });
        assertThat(UiThreadWatch.found()).isEmpty();
    }
}

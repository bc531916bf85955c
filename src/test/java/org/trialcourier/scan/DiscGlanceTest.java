// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.practice.PracticeDisc;
import org.trialcourier.work.Progress;

class DiscGlanceTest {
    @TempDir
    Path disc;

    @BeforeEach
    void putOtherThingsOnIt() throws IOException {
        Files.createDirectories(disc.resolve("music"));
        Files.write(disc.resolve("music").resolve("track.mp3"), new byte[4_000]);
        Files.writeString(disc.resolve("README.TXT"), "Nothing for a trial");
        Files.write(disc.resolve("empty"), new byte[0]);
    }

    private boolean mayHoldImages() throws InterruptedException {
        return DiscGlance.mayHoldImages(disc, new Progress());
    }

    @Test
    void aDiscOfWhichAllWasSeenHoldsNone() throws Exception {
        assertThat(mayHoldImages()).isFalse();
    }

    @Test
    void imagesAreSeenWithoutATableOfContents() throws Exception {
        PracticeDisc.make(disc, LocalDate.of(2026, 9, 15));
        Files.delete(disc.resolve("DICOMDIR"));
        assertThat(mayHoldImages()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dicomdir", "export.iso"})
    void aNameIsEnough(String name) throws Exception {
        Files.write(disc.resolve(name), new byte[10]);
        assertThat(mayHoldImages()).isTrue();
    }

    @Test
    void anArchiveAndAFileWithoutPreambleMayBe() throws Exception {
        Path file = disc.resolve("export");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 20, 0});
        assertThat(mayHoldImages()).isTrue();
        Files.write(file, new byte[] {8, 0, 5, 0, 'C', 'S', 10, 0});
        assertThat(mayHoldImages()).isTrue();
    }

    @Test
    void moreThanAShortLookCanTakeInMayHoldThem() throws Exception {
        for (int i = 0; i < 500; i++) {
            Files.write(disc.resolve("music").resolve("cover-" + i), new byte[1]);
        }
        assertThat(mayHoldImages()).isTrue();
    }

    @Test
    void aDiscThatIsGoneWasNotSeen() throws Exception {
        assertThat(DiscGlance.mayHoldImages(disc.resolve("ejected"), new Progress()))
                .isTrue();
    }
}

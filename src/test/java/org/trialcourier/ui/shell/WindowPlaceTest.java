// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPlaceTest {
    @TempDir
    private Path folder;

    @Test
    void aPlaceComesBackAsItWasKept() {
        WindowPlace place = new WindowPlace(-1200, 40, 1280, 800, false);
        place.keep(folder.resolve("window"));
        assertThat(WindowPlace.read(folder.resolve("window"))).contains(place);
    }

    @Test
    void nonsenseIsNoPlace() throws IOException {
        Files.writeString(folder.resolve("window"), "somewhere over there");
        assertThat(WindowPlace.read(folder.resolve("window"))).isEmpty();
        assertThat(WindowPlace.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aWindowDoesNotStickOutOfASmallerScreen() {
        WindowPlace place = new WindowPlace(300, 120, 1280, 800, false);
        assertThat(place.within(0, 0, 1366, 728)).isEqualTo(new WindowPlace(86, 0, 1280, 728, false));
        assertThat(place.within(0, 0, 1024, 740)).isEqualTo(new WindowPlace(0, 0, 1024, 740, false));
        assertThat(place.within(0, 0, 3840, 2160)).isEqualTo(place);
    }

    @Test
    void aPlaceOnAScreenThatIsGoneIsNotUsed() {
        WindowPlace place = new WindowPlace(-1200, 40, 1280, 800, false);
        assertThat(place.liesOn(0, 0, 1920, 1080)).isFalse();
        assertThat(place.liesOn(-1920, 0, 0, 1080)).isTrue();
        assertThat(new WindowPlace(100, -900, 1280, 800, false).liesOn(0, 0, 1920, 1080))
                .isFalse();
    }
}

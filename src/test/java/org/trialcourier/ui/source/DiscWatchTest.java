// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialcourier.ui.shared.HeldRunner;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.work.DirectRunner;

class DiscWatchTest {
    private static final Path OLD = Path.of("/media/old");
    private static final Path NEW = Path.of("/media/new");

    private final ManualTicker ticker = new ManualTicker();
    private final List<String> heard = new ArrayList<>();
    private final DiscWatch.Hearer hearer = new DiscWatch.Hearer() {
        @Override
        public void present(List<Path> discs) {
            heard.add("present " + discs.size());
        }

        @Override
        public Runnable inserted(Path disc) {
            heard.add("inserted " + disc.getFileName());
            return () -> heard.add("gone " + disc.getFileName());
        }
    };
    private List<Path> drives = List.of(OLD);
    private boolean seen = true;
    private boolean broken;
    private int looks;

    private List<Path> look() {
        looks++;
        if (broken) {
            throw new IllegalStateException("the drive does not answer");
        }
        return drives;
    }

    @Test
    void aDiscOffersItselfOnceAndTheOfferGoesWithIt() {
        DiscWatch.begin(progress -> look(), () -> seen, new DirectRunner(), ticker, hearer);
        drives = List.of(OLD, NEW);
        ticker.tick();
        ticker.tick();
        drives = List.of(OLD);
        ticker.tick();
        drives = List.of(OLD, NEW);
        ticker.tick();
        assertThat(heard.stream().filter(word -> !word.startsWith("present")))
                .containsExactly("inserted new", "gone new", "inserted new");
        assertThat(heard)
                .as("the list of discs follows")
                .startsWith("present 1")
                .endsWith("present 2", "inserted new");
    }

    @Test
    void drivesRestWhileNobodyLooks() {
        Runnable end = DiscWatch.begin(progress -> look(), () -> seen, new DirectRunner(), ticker, hearer);
        seen = false;
        ticker.tick();
        assertThat(looks).isEqualTo(1);
        end.run();
        assertThat(ticker.watching()).isZero();
    }

    @Test
    void aSlowDriveIsNotAskedTwiceAndOneThatFailedIsAskedAgain() {
        HeldRunner slow = new HeldRunner();
        DiscWatch.begin(progress -> look(), () -> seen, slow, ticker, hearer);
        ticker.tick();
        ticker.tick();
        broken = true;
        slow.release();
        assertThat(looks).isEqualTo(1);
        broken = false;
        ticker.tick();
        slow.release();
        assertThat(heard).containsExactly("present 1");
    }
}

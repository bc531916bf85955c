// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.trialcourier.ui.shared.Ticker;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;

/** Looks from time to time which discs are in the drives, so that one just inserted offers itself. */
public final class DiscWatch {
    /** How often drives are looked at. */
    static final Duration PACE = Duration.ofSeconds(4);

    private final Map<Path, Runnable> known = new HashMap<>();
    private final JobRunner runner;
    private final Job<List<Path>> look;
    private final Hearer hearer;
    private boolean looking;
    private boolean first = true;

    /** Who is told. */
    public interface Hearer {
        /** These discs are in the drives now. */
        void present(List<Path> discs);

        /** A disc was inserted; what is returned is run when it is gone. */
        Runnable inserted(Path disc);
    }

    private DiscWatch(JobRunner runner, Job<List<Path>> look, Hearer hearer) {
        this.runner = runner;
        this.look = look;
        this.hearer = hearer;
    }

    /**
     * Begins to watch.
     *
     * @param look finds the discs; called away from the UI thread, and not again before it answered
     * @param wanted whether anybody would see the offer: drives are left alone otherwise
     * @return ends the watch
     */
    public static Runnable begin(
            Job<List<Path>> look, BooleanSupplier wanted, JobRunner runner, Ticker ticker, Hearer hearer) {
        DiscWatch watch = new DiscWatch(runner, look, hearer);
        watch.look();
        return ticker.every(PACE, () -> {
            if (wanted.getAsBoolean()) {
                watch.look();
            }
        });
    }

    private void look() {
        if (!looking) {
            looking = true;
            runner.start(look, this::compare, unknown -> looking = false);
        }
    }

    /** What was in a drive at first was not inserted just now. */
    private void compare(List<Path> now) {
        looking = false;
        hearer.present(now);
        known.entrySet().removeIf(disc -> {
            boolean gone = !now.contains(disc.getKey());
            if (gone) {
                disc.getValue().run();
            }
            return gone;
        });
        for (Path disc : now) {
            if (!known.containsKey(disc)) {
                known.put(disc, first ? () -> {} : hearer.inserted(disc));
            }
        }
        first = false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Series;
import org.trialcourier.submit.SeriesWriting;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Looks for text in one series after the other, away from the UI thread; what is found appears series by series. */
public final class TextLook {
    private final ObservableMap<String, SeriesWriting> found = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Deque<Series> waiting = new ArrayDeque<>();
    private final Eyes eyes;
    private final JobRunner runner;
    private @Nullable Progress running;

    /** Looks through a series; blocks. */
    @FunctionalInterface
    public interface Eyes {
        /** Where something is written in its pictures. */
        SeriesWriting look(Series series, Progress progress) throws ProblemException, InterruptedException;
    }

    TextLook(Eyes eyes, JobRunner runner) {
        this.eyes = eyes;
        this.runner = runner;
    }

    void through(List<Series> all) {
        stop();
        found.clear();
        waiting.addAll(all);
        next();
    }

    private void next() {
        Series series = waiting.poll();
        busy.set(series != null);
        if (series != null) {
            running = runner.start(
                    progress -> eyes.look(series, progress),
                    writing -> {
                        found.put(writing.seriesUid(), writing);
                        next();
                    },
                    failure -> next());
        }
    }

    void stop() {
        waiting.clear();
        busy.set(false);
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /** What was found so far, by series. */
    public ObservableMap<String, SeriesWriting> found() {
        return found;
    }

    /** Whether it still looks. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}

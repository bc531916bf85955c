// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Picture.Adjustment;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** Small pictures from the whole of a series, to see at one glance what its covers hide and what they do not. */
public final class Sheet {
    private static final int PICTURES = 12;
    private static final int SIDE = 200;

    private final ObservableList<Cell> cells = FXCollections.observableArrayList();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Frame.Draw draw;
    private final JobRunner runner;
    private @Nullable Progress running;

    /** One picture: which of the series, and what it shows, made small. */
    public record Cell(int index, Frame frame) {}

    Sheet(Frame.Draw draw, JobRunner runner) {
        this.draw = draw;
        this.runner = runner;
    }

    /** Draws pictures of a series, evenly spread; what cannot be drawn is left out. */
    public void show(@Nullable Shown shown) {
        if (running != null) {
            running.cancel();
        }
        cells.clear();
        waiting.clear();
        if (shown != null) {
            int count = shown.spots().size();
            int many = Math.min(PICTURES, count);
            IntStream.range(0, many).forEach(i -> waiting.add(many == 1 ? 0 : i * (count - 1) / (many - 1)));
            next(shown);
        }
    }

    private void next(Shown shown) {
        Integer index = waiting.poll();
        if (index == null) {
            return;
        }
        Frame.Spot spot = shown.spots().get(index);
        running = runner.start(
                progress -> draw.draw(spot, Adjustment.NONE).smaller(SIDE),
                frame -> {
                    cells.add(new Cell(index, frame));
                    next(shown);
                },
                failure -> next(shown));
    }

    /** The pictures drawn so far. */
    public ObservableList<Cell> cells() {
        return cells;
    }
}

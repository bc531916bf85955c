// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.pixel.Picture;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Study;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/**
 * A small picture of each series whose row was seen, drawn one after the other away from the window, the row seen last
 * first. Kept in memory only, and forgotten with the source.
 */
public final class Thumbnails {
    /** The longest side in pixels. */
    static final int SIDE = 64;

    private final Map<String, ReadOnlyObjectWrapper<@Nullable Picture>> known = new HashMap<>();
    private final Map<String, Instance> middles = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Draw draw;
    private final JobRunner runner;
    private @Nullable Progress running;

    /** Draws a picture of an instance; blocks. */
    @FunctionalInterface
    interface Draw {
        Picture draw(Instance instance) throws IOException, NotDicomException;
    }

    Thumbnails(JobRunner runner) {
        this(Thumbnails::fromFile, runner);
    }

    Thumbnails(Draw draw, JobRunner runner) {
        this.draw = draw;
        this.runner = runner;
    }

    private static Picture fromFile(Instance instance) throws IOException, NotDicomException {
        DicomFile file = DicomFile.read(instance.source().open(), ReadOptions.WHOLE);
        return Picture.of(file, instance.frames() / 2, SIDE);
    }

    /** The picture of a series, null until it is drawn and where it cannot be. */
    ReadOnlyObjectProperty<@Nullable Picture> of(String seriesUid) {
        ReadOnlyObjectWrapper<@Nullable Picture> picture = known.get(seriesUid);
        if (picture == null) {
            picture = new ReadOnlyObjectWrapper<>();
            known.put(seriesUid, picture);
            waiting.push(seriesUid);
            next();
        }
        return picture.getReadOnlyProperty();
    }

    /** Now the images are known; what was asked for meanwhile is drawn. */
    void found(Map<String, Instance> ofSeries) {
        middles.putAll(ofSeries);
        next();
    }

    /** The image in the middle of each series that has one, by Series Instance UID. */
    static Map<String, Instance> middles(Catalog catalog) {
        Map<String, Instance> middles = new HashMap<>();
        for (Study study : catalog.studies()) {
            for (Series series : study.series()) {
                List<Instance> pictures = series.instances().stream()
                        .filter(instance -> instance.frames() > 0)
                        .toList();
                if (!pictures.isEmpty()) {
                    middles.put(series.uid(), pictures.get(pictures.size() / 2));
                }
            }
        }
        return middles;
    }

    /** Forgets all. */
    void clear() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        known.clear();
        middles.clear();
        waiting.clear();
    }

    private void next() {
        if (running != null || middles.isEmpty() || waiting.isEmpty()) {
            return;
        }
        String uid = waiting.pop();
        Instance middle = middles.get(uid);
        ReadOnlyObjectWrapper<@Nullable Picture> picture = known.get(uid);
        if (middle == null || picture == null) {
            next();
            return;
        }
        boolean[] ended = {false};
        Progress progress = runner.start(
                none -> draw.draw(middle),
                drawn -> {
                    ended[0] = true;
                    picture.set(drawn);
                    running = null;
                    next();
                },
                failure -> {
                    ended[0] = true;
                    running = null;
                    next();
                });
        running = ended[0] ? running : progress;
    }
}

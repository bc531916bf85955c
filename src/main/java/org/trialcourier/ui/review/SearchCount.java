// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Ticker;
import org.trialcourier.work.Progress;

/** How far the search for text in pictures has come: of all checks it takes by far the longest. */
public final class SearchCount {
    /** So many images were searched before their pace tells anything. */
    private static final int A_FEW = 3;

    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final Ticker ticker;
    private final InstantSource clock;
    private final Words words;
    private Runnable stopWatching = () -> {};

    SearchCount(Ticker ticker, InstantSource clock, Words words) {
        this.ticker = ticker;
        this.clock = clock;
        this.words = words;
    }

    /** Where a search stood when it was first seen: what is remembered of earlier searches is counted at once. */
    private record Mark(Instant at, long images) {}

    /** Follows a search until it is stopped. */
    void follow(Progress search) {
        Mark[] first = new Mark[1];
        stopWatching = ticker.every(Ticker.WATCH, () -> {
            Progress.Snapshot now = search.snapshot();
            if (now.totalItems() > 0) {
                Mark mark = first[0] == null ? new Mark(clock.instant(), now.items()) : first[0];
                first[0] = mark;
                share.set(now.share());
                said.set(words(now, mark));
            }
        });
    }

    private String words(Progress.Snapshot now, Mark mark) {
        long searched = now.items() - mark.images();
        long left = now.totalItems() - now.items();
        if (searched < A_FEW || left <= 0) {
            return words.say("review.searched", now.items(), now.totalItems());
        }
        Duration taken = Duration.between(mark.at(), clock.instant());
        return words.say(
                "review.searched.left",
                now.items(),
                now.totalItems(),
                words.formats().about(taken.multipliedBy(left).dividedBy(searched)));
    }

    void stop() {
        stopWatching.run();
        said.set("");
        share.set(-1);
    }

    /** How many images were searched and how long the others take; an empty string where nothing is searched. */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Share of the images that were searched, 0 to 1, or -1. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }
}

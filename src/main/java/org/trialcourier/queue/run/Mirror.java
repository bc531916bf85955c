// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.util.List;
import org.trialcourier.work.Progress;

/** Carries what workers added to their own counters over to the one that people see. For one thread. */
final class Mirror {
    private final Progress shown;
    private final List<Progress> workers;
    private String phase = "";
    private long items;
    private long bytes;

    Mirror(Progress shown, List<Progress> workers) {
        this.shown = shown;
        this.workers = workers;
    }

    /** Brings the shown counters up to date; a single worker also sets phase and totals. */
    void update() {
        if (workers.size() == 1) {
            followPhase(workers.getFirst().snapshot());
        }
        long itemsNow = 0;
        long bytesNow = 0;
        for (Progress worker : workers) {
            Progress.Snapshot snapshot = worker.snapshot();
            itemsNow += snapshot.items();
            bytesNow += snapshot.bytes();
        }
        shown.addItems(itemsNow - items);
        shown.addBytes(bytesNow - bytes);
        items = itemsNow;
        bytes = bytesNow;
    }

    private void followPhase(Progress.Snapshot snapshot) {
        if (!snapshot.phase().isEmpty()) {
            if (!snapshot.phase().equals(phase)) {
                phase = snapshot.phase();
                shown.begin(phase);
                items = 0;
                bytes = 0;
            }
            shown.total(snapshot.totalItems(), snapshot.totalBytes());
        }
    }
}

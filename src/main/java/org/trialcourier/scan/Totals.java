// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.concurrent.atomic.AtomicLong;
import org.trialcourier.work.Progress;

/** How much there is to read, which grows when an archive is opened. */
final class Totals {
    private final Progress progress;
    private final AtomicLong items;
    private final long bytes;

    Totals(Progress progress, Listing listing) {
        this.progress = progress;
        this.items = new AtomicLong(listing.files().size());
        this.bytes = listing.files().stream().mapToLong(Listing.Found::size).sum();
        progress.total(items.get(), bytes);
    }

    void add(long more) {
        progress.total(items.addAndGet(more), bytes);
    }
}

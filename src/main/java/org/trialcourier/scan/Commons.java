// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What series have in common, made once for all their files: equal bytes in a header are recognised unread. */
final class Commons {
    private static final int MOST = 10_000;
    private static final int RECENT = 4;

    private final InstanceReader reader;
    private final Map<Picked.Key, InstanceReader.Common> known = new HashMap<>();
    /** The ones met last, a few series may lie mingled in a folder. */
    private final @Nullable Entry[] recent = new Entry[RECENT];

    private int oldest;

    private record Entry(Picked.Key key, InstanceReader.Common common) {}

    Commons(InstanceReader reader) {
        this.reader = reader;
    }

    InstanceReader.Common of(Picked picked, String transferSyntax) {
        for (Entry entry : recent) {
            if (entry != null && entry.key().fits(picked, transferSyntax)) {
                return entry.common();
            }
        }
        Picked.Key key = picked.key(transferSyntax);
        InstanceReader.Common common = known.get(key);
        if (common == null) {
            common = reader.common(picked.common(), transferSyntax);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, common);
        }
        recent[oldest] = new Entry(key, common);
        oldest = (oldest + 1) % RECENT;
        return common;
    }
}

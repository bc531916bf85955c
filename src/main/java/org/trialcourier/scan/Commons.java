// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What series have in common, made once for all their files: equal bytes in a header are recognised unread. */
final class Commons {
    private static final int MOST = 10_000;

    private final InstanceReader reader;
    private final Map<Picked.Key, InstanceReader.Common> known = new HashMap<>();
    private Picked.@Nullable Key lastKey;
    private InstanceReader.@Nullable Common last;

    Commons(InstanceReader reader) {
        this.reader = reader;
    }

    InstanceReader.Common of(Picked picked, String transferSyntax) {
        InstanceReader.Common common = last;
        if (common != null && lastKey != null && lastKey.fits(picked, transferSyntax)) {
            return common;
        }
        Picked.Key key = picked.key(transferSyntax);
        common = known.get(key);
        if (common == null) {
            common = reader.common(picked.common(), transferSyntax);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, common);
        }
        lastKey = key;
        last = common;
        return common;
    }
}

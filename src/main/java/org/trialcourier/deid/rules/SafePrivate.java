// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.trialcourier.dicom.Vr;

/** The private attributes that are known not to identify anybody (PS3.15 Table E.3.10-1). */
public final class SafePrivate {
    private static final Map<String, Map<Integer, Entry>> ENTRIES = new HashMap<>();

    /** One safe private attribute. */
    public record Entry(Vr vr, String name) {}

    static {
        for (String[] field : TableFile.read("safe-private.tsv")) {
            int group = Integer.parseInt(field[0], 16);
            int element = Integer.parseInt(field[1], 16);
            ENTRIES.computeIfAbsent(field[2].strip(), owner -> new HashMap<>())
                    .put((group << 8) | element, new Entry(vr(field[3]), field[5]));
        }
    }

    private SafePrivate() {}

    /** The entry of a private attribute with its creator, where it is safe. */
    public static Optional<Entry> find(String creator, int tag) {
        Map<Integer, Entry> owned = ENTRIES.get(creator.strip());
        return owned == null ? Optional.empty() : Optional.ofNullable(owned.get(((tag >>> 16) << 8) | (tag & 0xFF)));
    }

    private static Vr vr(String name) {
        return name.isEmpty() ? Vr.UN : Vr.valueOf(name.substring(0, 2));
    }
}

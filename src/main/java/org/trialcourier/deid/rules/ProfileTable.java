// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PS3.15 Table E.1-1 with all its option columns, and the rows that newer editions added. */
public final class ProfileTable {
    /** The edition of the standard that the table was made from. */
    public static final String EDITION = "2024e";

    private static final ProfileTable STANDARD = new ProfileTable();

    private final List<ProfileRow> rows = new ArrayList<>();
    private final Map<Integer, ProfileRow> byTag = new HashMap<>(1_500);
    private final List<Repeating> repeating = new ArrayList<>();

    private record Repeating(int mask, int value, ProfileRow row) {}

    private ProfileTable() {
        for (String[] field : TableFile.read("profile-2024e.tsv")) {
            add(new ProfileRow(field[0], field[1], field[2], field[3], field[4].equals("E.1-1")));
        }
    }

    /** The table of the standard. */
    public static ProfileTable standard() {
        return STANDARD;
    }

    /** All rows, the one for private attributes too. */
    public List<ProfileRow> rows() {
        return List.copyOf(rows);
    }

    /** The row of a standard attribute, or null. */
    public @Nullable ProfileRow find(int tag) {
        ProfileRow row = byTag.get(tag);
        if (row == null) {
            for (Repeating range : repeating) {
                if ((tag & range.mask()) == range.value()) {
                    return range.row();
                }
            }
        }
        return row;
    }

    private void add(ProfileRow row) {
        rows.add(row);
        if (row.tag().equals("PRIVATE")) {
            return;
        }
        int value = Integer.parseUnsignedInt(row.tag().replace('x', '0'), 16);
        if (row.tag().indexOf('x') < 0) {
            byTag.put(value, row);
        } else {
            String mask = row.tag().replaceAll("[0-9A-F]", "F").replace('x', '0');
            // Repeating groups are even: the lowest bit of the group counts.
            repeating.add(new Repeating(Integer.parseUnsignedInt(mask, 16) | 0x00010000, value, row));
        }
    }
}

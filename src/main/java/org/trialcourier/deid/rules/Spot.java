// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Tag;

/**
 * An item of a sequence on the way from the top level down; null stands for the top level.
 *
 * @param parent the item around it
 * @param sequence the tag of the sequence it is in
 * @param item its number in the sequence, from 0
 */
public record Spot(@Nullable Spot parent, int sequence, int item) {

    /** The tag of the sequence that a place is directly in; 0 at the top level. */
    public static int sequenceOf(@Nullable Spot spot) {
        return spot == null ? 0 : spot.sequence();
    }

    /** The path of an attribute: {@code (0008,1140)[0].(0008,1155)}. */
    public static String path(@Nullable Spot spot, int tag) {
        return (spot == null ? "" : path(spot.parent(), spot.sequence()) + '[' + spot.item() + "].") + Tag.format(tag);
    }

    /** The sequences from the top level down. */
    static List<Integer> sequences(@Nullable Spot spot) {
        List<Integer> tags = new ArrayList<>();
        for (Spot at = spot; at != null; at = at.parent()) {
            tags.add(at.sequence());
        }
        Collections.reverse(tags);
        return tags;
    }

    /** Whether a sequence is somewhere on the way. */
    static boolean passes(@Nullable Spot spot, int sequence) {
        for (Spot at = spot; at != null; at = at.parent()) {
            if (at.sequence() == sequence) {
                return true;
            }
        }
        return false;
    }
}

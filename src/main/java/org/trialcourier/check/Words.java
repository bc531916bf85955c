// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Small pieces of sentences. */
final class Words {
    private static final int MOST_LISTED = 8;

    private Words() {}

    static String images(long count) {
        return counted(count, "image");
    }

    static String counted(long count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    /** At most eight values, and how many more there are. */
    static String list(Collection<String> values) {
        List<String> shown = values.stream().limit(MOST_LISTED).toList();
        int more = values.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    /** A number without needless digits: 2.5, 120. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}

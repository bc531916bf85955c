// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.journey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a reason for every finding that a command asked one for, as a person would on the second attempt. */
final class Reasons {
    private static final Pattern CODE = Pattern.compile("\\[([a-z][A-Za-z-]+)]");

    private Reasons() {}

    static Object[] added(Object[] command, String asked) {
        Set<String> codes = new LinkedHashSet<>();
        Matcher matcher = CODE.matcher(asked);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        List<Object> words = new ArrayList<>(List.of(command));
        for (String code : codes) {
            words.add("--reason");
            words.add(code + "=checked by the coordinator");
        }
        return words.toArray();
    }
}

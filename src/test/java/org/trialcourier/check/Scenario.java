// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.Set;
import java.util.TreeSet;

/** One selection for subject S at a visit, with exactly the findings that it must raise. */
record Scenario(String name, String visit, Made images, Set<String> expected) {

    static Scenario at(String visit, String name, Made images, String... codes) {
        return new Scenario(name, visit, images, new TreeSet<>(Set.of(codes)));
    }

    static Scenario w08(String name, Made images, String... codes) {
        return at("W08", name, images, codes);
    }

    @Override
    public String toString() {
        return name;
    }
}

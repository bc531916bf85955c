// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Requests for tests. */
final class Requests {
    static final String SUBJECT = "014-0007";
    static final ClinicalTrial TRIAL = new ClinicalTrial(
            "Example Pharma", "LUMEN-301", "Lumen 301", "014", "Fictional Clinic", "BL", "Baseline", "Core Lab");

    private Requests() {}

    static TrialKey key() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return TrialKey.of(key);
    }

    static DeidRequest with(Option... options) {
        return with(List.of(), options);
    }

    static DeidRequest with(List<ExtraRule> rules, Option... options) {
        Set<Option> chosen = EnumSet.noneOf(Option.class);
        chosen.addAll(Arrays.asList(options));
        return new DeidRequest(chosen, rules, key(), SUBJECT, TRIAL, 365);
    }
}

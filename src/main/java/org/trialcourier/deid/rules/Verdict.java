// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

import java.util.Optional;

/**
 * The decision on one attribute.
 *
 * @param treatment what to do
 * @param fallback what to do where the treatment does not work out, as for a date that is none
 * @param rule the rule that says so, in words
 * @param value what a rule of the trial gives as the new value
 */
public record Verdict(Treatment treatment, Treatment fallback, String rule, Optional<String> value) {
    Verdict(Treatment treatment, String rule) {
        this(treatment, Treatment.EMPTY, rule, Optional.empty());
    }

    /** The same rule with another treatment. */
    public Verdict but(Treatment other) {
        return new Verdict(other, fallback, rule, value);
    }
}

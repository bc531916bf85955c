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
    private static final String REFERENCES = "X/Z/U* -> X";

    Verdict(Treatment treatment, String rule) {
        this(treatment, Treatment.EMPTY, rule, Optional.empty());
    }

    /** Whether a sequence of references goes only because its kind of object can do without. */
    public boolean dropsReferences() {
        return treatment == Treatment.REMOVE && rule.endsWith(REFERENCES);
    }

    /** References kept with new UIDs, since another part of the object lists them. */
    public Verdict keepingReferences() {
        String kept = rule.substring(0, rule.length() - 1) + 'U';
        return new Verdict(Treatment.NEW_UID, fallback, kept, value);
    }

    /** The same rule with another treatment. */
    public Verdict but(Treatment other) {
        return new Verdict(other, fallback, rule, value);
    }
}

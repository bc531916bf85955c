// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.Comparator;
import java.util.List;
import org.trialcourier.trial.Trial;

/**
 * Runs all checks over a selection. Headers are read once per instance and remembered, so that running again after a
 * change of the selection, the subject or the visit is quick. One object serves one trial and one catalog.
 */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new IdentityCheck(),
            new PatientCheck(),
            new DateCheck(),
            new RosterCheck(),
            new MemoryCheck(),
            new StandingCheck(),
            new ModalityCheck(),
            new RequirementCheck(),
            new GeometryCheck(),
            new PixelCheck(),
            new ContentCheck(),
            new BurnedInCheck());

    private final FactStore facts;

    /** Checks against what a trial asks for. */
    public Checks(Trial trial) {
        this.facts = new FactStore(trial);
    }

    /** Runs every check once, for a caller with one selection; the gravest findings come first. */
    public static List<Finding> run(CheckInput input) {
        Checks checks = new Checks(input.trial());
        return checks.check(input);
    }

    /** Whether headers of some image of a selection were read already. */
    public boolean knowsSome(CheckInput input) {
        return facts.knowsSome(input.studies());
    }

    /** Runs every check; the gravest findings come first. Headers not read yet are read now. */
    public List<Finding> check(CheckInput input) {
        Selection selection = facts.select(input);
        Findings findings = new Findings();
        for (Check check : ALL) {
            check.run(selection, findings);
        }
        return findings.list().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}

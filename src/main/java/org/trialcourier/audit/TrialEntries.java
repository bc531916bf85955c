// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries that the auditor of one trial may see: those of the trial, and those about the workstation that name none.
 * Each can be checked by itself, since its hash and the one before stand in it.
 */
final class TrialEntries {
    private static final Set<String> OF_SOME_TRIAL = Set.of("trial", "submission", "receiver");

    private TrialEntries() {}

    static List<AuditEntry> of(String trial, List<AuditEntry> all) {
        Set<String> submissions = new HashSet<>();
        for (AuditEntry entry : all) {
            if (trial.equals(entry.details().get("trial"))) {
                submissions.add(entry.details().getOrDefault("submission", ""));
            }
        }
        return all.stream()
                .filter(entry -> belongs(entry.details(), trial, submissions))
                .toList();
    }

    private static boolean belongs(Map<String, String> details, String trial, Set<String> submissions) {
        String named = details.get("trial");
        if (named != null) {
            return named.equals(trial);
        }
        String submission = details.get("submission");
        return submission != null
                ? submissions.contains(submission)
                : details.keySet().stream().noneMatch(OF_SOME_TRIAL::contains);
    }
}

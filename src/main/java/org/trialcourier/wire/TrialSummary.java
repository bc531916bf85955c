// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

/**
 * One line of {@code GET trials}.
 *
 * @param id the trial's id, as in {@code GET trials/{id}}
 * @param name the trial's name
 */
public record TrialSummary(String id, String name) {}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

/**
 * What the trial is called.
 *
 * @param coordinatingCenter Clinical Trial Coordinating Center Name (0012,0060), or an empty string
 */
public record TrialInfo(String id, String name, String sponsor, String coordinatingCenter) {}

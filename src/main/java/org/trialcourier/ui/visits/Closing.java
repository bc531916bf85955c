// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Tone;

/** A visit that closes soon, of any trial of this workstation, in words. */
public record Closing(Trial trial, String subject, String visit, Tone tone, String text) {}

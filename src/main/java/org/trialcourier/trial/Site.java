// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.time.ZoneId;

/** The hospital or practice this workstation belongs to; {@code timeZone} decides on which day a window closes. */
public record Site(String id, String name, ZoneId timeZone) {}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.problem;

/** Who can act on a problem. */
public enum Remedy {
    /** Nobody: the program tries again by itself. */
    WAIT,
    /** The person at the desk. */
    COORDINATOR,
    /** The hospital's IT department or the trial's help desk. */
    SUPPORT
}

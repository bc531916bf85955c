// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.rules;

/** What is to be done to an attribute, after options and types have been weighed. */
public enum Treatment {
    /** Keep the value; a sequence is gone into, and this patient's own values are taken out of text. */
    KEEP,
    /** Remove the attribute. */
    REMOVE,
    /** Leave the attribute without a value. */
    EMPTY,
    /** Give it a value that says nothing. */
    DUMMY,
    /** Give it the UID made from the old one with the trial's key. */
    NEW_UID,
    /** Take out of it what identifies; a sequence is gone into. */
    CLEAN,
    /** Shift the date by the subject's offset. */
    SHIFT,
    /** Refuse the whole instance. */
    REFUSE
}

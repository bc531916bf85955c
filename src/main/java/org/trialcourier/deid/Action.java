// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

/** What happened to one attribute; the letters are those of PS3.15 Table E.1-1a. */
public enum Action {
    /** Kept as it was. */
    KEPT("K"),
    /** Removed. */
    REMOVED("X"),
    /** Kept without a value. */
    EMPTIED("Z"),
    /** Replaced by a value that says nothing about the patient, or by the subject's. */
    REPLACED("D"),
    /** A UID replaced by one made from it with the trial's key. */
    NEW_UID("U"),
    /** Kept with what identifies taken out of it; for dates: shifted. */
    CLEANED("C"),
    /** Added by de-identification itself, as the Clinical Trial modules are. */
    ADDED("A");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    /** One letter. */
    public String code() {
        return code;
    }
}

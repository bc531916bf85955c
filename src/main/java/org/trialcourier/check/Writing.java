// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Phrase;

/**
 * What looking for text in the pictures of a series came to.
 *
 * @param places where something is written that is neither covered nor found harmless by a person
 * @param why for {@link Outcome#UNREADABLE}: why, without data of the patient
 */
public record Writing(Outcome outcome, int places, @Nullable Phrase why) {

    /** How it ended. */
    public enum Outcome {
        /** This computer cannot look for text. */
        NOT_LOOKED,
        /** Nothing was found, in all pictures or in enough of them to stand for the others. */
        NOTHING,
        /** Nothing was found in those looked at, and too many were not looked at. */
        PARTLY,
        /** Something is written. */
        WRITTEN,
        /** A value of this patient is written. */
        PATIENT,
        /** Some pictures cannot be decoded, so neither a program nor a person can look at them here. */
        UNREADABLE
    }

    /** Nobody looked. */
    public static final Writing NOT_LOOKED = new Writing(Outcome.NOT_LOOKED, 0, null);
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import org.trialcourier.problem.Phrase;

/**
 * Something of the patient that is still in a finished file. It names the place and the kind, never the value.
 *
 * @param place where, as in {@code (0008,1140)[0].(0008,103E)}, with what had to be unpacked: {@code (0042,0011) > PDF}
 * @param kind what was found, as in {@code name} or {@code birth date}
 */
public record Residue(String place, String kind) {
    /** The kind, for a person. */
    public Phrase said() {
        return Phrase.of("residue." + kind.replace(' ', '-'));
    }
}

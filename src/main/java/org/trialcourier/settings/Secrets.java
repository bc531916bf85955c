// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.util.Optional;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.ProblemException;

/** Keys and tokens by name. Implementations keep them where other users of the computer cannot read them. */
public interface Secrets {
    /** The secret of that name, or nothing where there is none. */
    Optional<byte[]> get(String name) throws ProblemException;

    /** Keeps a secret, durably, before it returns. */
    void put(String name, byte[] secret) throws ProblemException;

    /** Forgets a secret; nothing happens where there is none. */
    void remove(String name) throws ProblemException;

    /** Where secrets are kept, for the person who looks after this computer. */
    Phrase place();
}

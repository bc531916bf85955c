// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import org.trialcourier.problem.Phrase;

/** Small pieces of sentences. */
final class Words {
    private Words() {}

    static Phrase images(long count) {
        return Phrase.of("count.images", count);
    }

    static Phrase days(long count) {
        return Phrase.of("count.days", count);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

/** One kind of question asked of a selection. */
interface Check {
    void run(Selection selection, Findings findings);
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

/** What was received, with the receipt beside it. */
record HistoryPage(Person person) {
    static HistoryPage open(Person person) {
        person.press("rail-history");
        person.sees("Submissions");
        return new HistoryPage(person);
    }

    HistoryPage seesASignedReceipt() {
        person.sees("The receiver counted and checked every image and signed this receipt. The signature holds.");
        return this;
    }

    HistoryPage sees(String text) {
        person.sees(text);
        return this;
    }
}

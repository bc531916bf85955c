// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

/** What is on its way. */
record QueuePage(Person person) {
    QueuePage sees(String text) {
        person.sees(text);
        return this;
    }

    QueuePage tries() {
        person.press("queue-retry");
        return this;
    }

    /** Waits until nothing is on its way, then looks into the history. */
    HistoryPage untilReceived() {
        person.sees("Nothing on its way");
        return HistoryPage.open(person);
    }
}

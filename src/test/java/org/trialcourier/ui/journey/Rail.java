// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

/** The way from one screen to another. */
record Rail(Person person) {
    SourcePage newSubmission() {
        person.press("rail-new");
        person.until("the first step", () -> person.canSee("source-pick-folder"));
        return new SourcePage(person);
    }

    QueuePage queue() {
        person.press("rail-queue");
        return new QueuePage(person);
    }

    /** Begins with a visit of the board. */
    SourcePage beginsVisit(String subject, String visit) {
        person.press("rail-visits");
        person.press("visit-" + subject + "-" + visit);
        person.until("the first step", () -> person.canSee("source-pick-folder"));
        return new SourcePage(person);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

/** Last step: the summary and the signature. */
record SendPage(Person person) {
    SendPage sees(String text) {
        person.sees(text);
        return this;
    }

    SendPage signs() {
        person.write("send-name", "Robin Fictional");
        person.write("send-role", "Study coordinator");
        person.press("send-statement");
        person.write("send-pin", "2468");
        if (person.canSee("send-pin-repeat")) {
            person.write("send-pin-repeat", "2468");
        }
        return this;
    }

    QueuePage sends() {
        person.press("submission-send");
        person.until("it is in the queue", () -> person.canSee("queue-list") || person.canSee("queue-empty-begin"));
        return new QueuePage(person);
    }

    /** Sends what a query asked for, which leads back to the query. */
    VisitsPage answersTheQuery() {
        person.press("submission-send");
        person.until("back at the query", () -> person.canSee("query-answer"));
        return new VisitsPage(person);
    }
}

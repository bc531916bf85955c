// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

/** The board of subjects and visits, with a query beside it. */
record VisitsPage(Person person) {
    static VisitsPage open(Person person) {
        person.press("rail-visits");
        person.sees("Visits");
        return new VisitsPage(person);
    }

    VisitsPage sees(String text) {
        person.sees(text);
        return this;
    }

    VisitsPage looksAt(String subject, String visit) {
        person.press("visit-" + subject + "-" + visit);
        return this;
    }

    /** Begins to send what is missing. */
    SourcePage fixes() {
        person.press("query-fix");
        person.until("the first step", () -> person.canSee("source-pick-folder"));
        return new SourcePage(person);
    }

    VisitsPage answers(String text) {
        person.write("query-answer", text);
        person.press("query-send");
        return this;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

/** Second step: whose images they are, and which visit's. */
record SubjectPage(Person person) {
    SubjectPage chooses(String subject, String visit) {
        person.write("subject-search", subject);
        person.pressText(subject);
        person.pressText(visit);
        return this;
    }

    SubjectPage sees(String text) {
        person.sees(text);
        return this;
    }

    ReviewPage goesOn() {
        person.press("submission-next");
        person.until("the third step", () -> person.canSee("review-tab-images"));
        person.until("all was checked", () -> !person.canSee("review-checking") && !person.canSee("review-progress"));
        return new ReviewPage(person);
    }
}

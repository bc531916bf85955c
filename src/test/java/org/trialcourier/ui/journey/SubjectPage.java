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
        person.seesNoMore("Checking the images");
        person.seesNoMore("Working out what leaves this computer");
        return new ReviewPage(person);
    }
}

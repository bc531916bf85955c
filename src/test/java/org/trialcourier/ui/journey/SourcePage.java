// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import java.nio.file.Path;

/** First step: what is on the disc, and whose images are taken. */
record SourcePage(Person person) {
    SourcePage drops(Path disc) {
        person.sees("Drop a CD, folder, ZIP or files here");
        person.drops(disc);
        person.until("the disc was looked at", () -> person.canSee("source-clear"));
        return this;
    }

    /** Ticks a study by the beginning of its name. */
    SourcePage ticks(String study) {
        person.pressBox(study);
        return this;
    }

    SourcePage unfoldsWhatWasLeftOut() {
        person.press("source-left-out-show");
        return this;
    }

    SourcePage sees(String text) {
        person.sees(text);
        return this;
    }

    SubjectPage goesOn() {
        person.press("submission-next");
        person.until("the second step", () -> person.canSee("subject-search"));
        return new SubjectPage(person);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

/** Third step: what does not fit, what leaves, and the images. */
record ReviewPage(Person person) {
    ReviewPage sees(String text) {
        person.sees(text);
        return this;
    }

    /** Every question of the readiness card is settled. */
    ReviewPage isReady() {
        person.sees("7 of 7 settled");
        return this;
    }

    ReviewPage cannotGoOn() {
        assertThat(person.canUse("submission-next")).as("the way on is open").isFalse();
        return this;
    }

    /** Writes why it is right as it is, beside a finding. */
    ReviewPage explains(String finding, String reason) {
        person.write("reason-" + finding, reason);
        return this;
    }

    /** Writes the same beside every finding that wants a reason. */
    ReviewPage explainsAll(String reason) {
        person.ids("reason-").forEach(id -> person.write(id, reason));
        return this;
    }

    ReviewPage looksAtTheImages() {
        person.press("review-tab-images");
        person.until("a picture is shown", () -> person.canSee("images-picture"));
        return this;
    }

    /** Shows another series, by its title. */
    ReviewPage turnsTo(String series) {
        person.chooses("images-series", series);
        return this;
    }

    /** Says that the pictures were looked through. */
    ReviewPage vouches() {
        person.press("images-vouch");
        return this;
    }

    /** Draws a cover over a part of the picture, in shares of the viewer. */
    ReviewPage covers(double fromX, double fromY, double toX, double toY) {
        person.press("images-cover");
        person.drag("images-picture", fromX, fromY, toX, toY);
        person.until("the cover can be undone", () -> person.canUse("images-undo"));
        return this;
    }

    SubjectPage goesBack() {
        person.press("submission-back");
        return new SubjectPage(person);
    }

    SendPage goesOn() {
        person.press("submission-next");
        person.until("the last step", () -> person.canSee("send-pin"));
        return new SendPage(person);
    }
}

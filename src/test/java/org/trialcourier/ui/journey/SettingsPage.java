// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import org.trialcourier.connect.FakeIssuer;

/** Where a person signs in. */
record SettingsPage(Person person) {
    static SettingsPage open(Person person) {
        person.press("rail-settings");
        person.sees("Look and language");
        return new SettingsPage(person);
    }

    SettingsPage sees(String text) {
        person.sees(text);
        return this;
    }

    /** Asks for a code and types it at the issuer, as on a phone. */
    SettingsPage signsIn(FakeIssuer issuer) {
        issuer.pending(Integer.MAX_VALUE);
        person.press("sign-in-start");
        person.sees("WDJB-MJHT");
        issuer.pending(0);
        person.seesNoMore("WDJB-MJHT");
        person.sees("Signed in");
        return this;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.FakeIssuer;

/** A receiver that wants to know who sends. */
@Tag("xvfb")
class SignInJourneyTest {
    private static final String NEEDED = "You have to sign in before anything can be sent";

    @TempDir
    private Path folder;

    @Test
    void aSignInThatExpiresInMidUploadIsAskedForAgainAndSendingGoesOn() throws Exception {
        try (FakeIssuer issuer = new FakeIssuer();
                Workstation workstation = new Workstation(folder, issuer);
                Person person = Person.before(workstation.options(Locale.ENGLISH))) {
            SettingsPage.open(person).sees(NEEDED).signsIn(issuer);
            workstation.line().rate(40_000);
            QueuePage queue = TroubleJourneyTest.send(person, workstation.disc());
            queue.sees("Sending");
            long before = workstation.line().upBytes();
            await("images are on their way")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> workstation.line().upBytes() > before + 60_000);
            issuer.forgetsSignIns();
            workstation.line().refuse(true);
            workstation.line().refuse(false);
            queue.sees("Needs you").sees("wants you to sign in again");
            assertThat(workstation.received(".dcm")).isEmpty();
            workstation.line().rate(0);
            SettingsPage.open(person).sees(NEEDED).signsIn(issuer);
            new Rail(person).queue().untilReceived().seesASignedReceipt();
            assertThat(workstation.received(".dcm")).hasSize(41);
            assertThat(workstation.received("submission.json")).hasSize(1);
            workstation.bagsAreWhole();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.AppOptions;
import org.trialcourier.app.GuardedReceiver;
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

    @Test
    void whoJoinsAtAReceiverThatAsksSignsInOnTheWayAndSitsAtTheDesk() throws Exception {
        AppOptions options = new AppOptions(folder.resolve("home"), Clock.systemUTC(), Locale.ENGLISH, Map.of(), false);
        try (GuardedReceiver receiver = new GuardedReceiver(folder).saysHow();
                Person person = Person.before(options)) {
            receiver.issuer().pending(Integer.MAX_VALUE);
            person.press("welcome-join-address");
            person.types(receiver.address());
            person.press("welcome-join-go");
            person.sees("wants to know who joins");
            person.press("sign-in-cancel");
            person.press("welcome-join-go");
            person.until("the code can be read", () -> person.canSee("sign-in-code"));
            receiver.issuer().pending(0);
            person.sees("Images go to");
            person.press("join-yes");
            person.sees("001-0001");
            SettingsPage.open(person).sees("Signed in");
        }
    }
}

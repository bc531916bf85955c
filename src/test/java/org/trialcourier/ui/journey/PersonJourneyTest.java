// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialcourier.practice.PracticeTrial.DISC_SUBJECT;
import static org.trialcourier.practice.PracticeTrial.DISC_VISIT;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who uses the window: people of other languages, people on their first day. */
@Tag("xvfb")
class PersonJourneyTest {
    @TempDir
    private Path folder;

    private Workstation workstation;

    @BeforeEach
    void arrive() throws Exception {
        workstation = new Workstation(folder);
    }

    @AfterEach
    void leave() throws Exception {
        workstation.close();
    }

    @Test
    void anotherLanguageIsSpokenAtOnceAndAfterARestart() {
        try (Person person = Person.before(workstation.options(Locale.ENGLISH))) {
            person.press("rail-settings");
            person.sees("Look and language");
            person.chooses("settings-language", "Deutsch");
            person.sees("Aussehen und Sprache");
            person.press("rail-visits");
            person.sees("endet");
            person.seesNoMore("Visits");
        }
        try (Person person = Person.before(workstation.options(Locale.ENGLISH))) {
            person.sees("Neue Sendung");
        }
    }

    @Test
    void theSystemsLanguageIsSpokenWithoutAsking() {
        try (Person person = Person.before(workstation.options(Locale.JAPAN))) {
            person.sees("新しい送信");
            person.press("rail-queue");
            person.sees("送信中のものはありません");
        }
    }

    @Test
    void theFirstDayBeginsWithPractice() throws Exception {
        Path home = folder.resolve("first");
        try (Person person = Person.before(workstation.options(Locale.ENGLISH).withHome(home))) {
            person.sees("Welcome to TrialCourier");
            person.press("welcome-practice-begin");
            person.sees("Practice");
            person.press("rail-new");
            person.press("source-practice-disc");
            new SourcePage(person)
                    .ticks("CT")
                    .goesOn()
                    .chooses(DISC_SUBJECT, "Week 8")
                    .goesOn()
                    .goesOn()
                    .signs()
                    .sends()
                    .untilReceived()
                    .seesASignedReceipt();
            assertThat(Workstation.received(home.resolve("practice"), ".dcm")).hasSize(41);
            answersThePracticeQuestion(person);
        }
        assertThat(Workstation.received(home.resolve("practice"), ".dcm"))
                .hasSize(81)
                .doesNotHaveDuplicates();
    }

    /** The receiver of practice asks some seconds after it got the images of a visit. */
    private static void answersThePracticeQuestion(Person person) {
        VisitsPage visits = VisitsPage.open(person)
                .sees("Question")
                .looksAt(DISC_SUBJECT, DISC_VISIT)
                .sees("soft tissue (mediastinum) of the same scan is missing")
                .sees("radiology has burned the disc again");
        visits.fixes();
        person.press("source-practice-disc");
        new SourcePage(person)
                .sees("Mediastinum")
                .goesOn()
                .goesOn()
                .sees("to a study that was sent before")
                .explainsAll("Radiology had left it out.")
                .goesOn()
                .sees("40 images")
                .signs()
                .answersTheQuery()
                .sees("What was missing is in the queue")
                .answers("It was left out when the disc was burned.");
        person.seesNoMore("soft tissue (mediastinum)");
        new Rail(person).queue().untilReceived().seesASignedReceipt();
    }
}

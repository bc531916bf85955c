// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialcourier.practice.PracticeTrial.DISC_SUBJECT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.faults.SmallDisk;

/** The network goes, the computer goes: what is in the queue arrives all the same, once. */
@Tag("xvfb")
class TroubleJourneyTest {
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
    void withoutANetworkTheSubmissionWaitsAndGoesOnByItself() throws Exception {
        workstation.line().refuse(true);
        try (Person person = Person.before(workstation.options(Locale.ENGLISH))) {
            QueuePage queue = send(person, workstation);
            queue.sees("Waiting").sees("cannot be reached").sees("tries again in");
            person.sees("Offline, waiting");
            person.sees("Safe to eject and close");
            assertThat(workstation.received(".dcm")).isEmpty();
            workstation.line().refuse(false);
            queue.untilReceived().seesASignedReceipt();
            person.sees("Safe to close");
        }
        assertThat(workstation.received(".dcm")).hasSize(41);
        workstation.bagsAreWhole();
    }

    @Test
    void aKilledProgramGoesOnAfterItsRestart() throws Exception {
        workstation.line().rate(20_000);
        try (KilledWindow killed = KilledWindow.start(folder.resolve("home"), workstation.disc())) {
            killed.diesOnce(() -> workstation.line().upBytes() > 60_000);
        }
        assertThat(workstation.received(".dcm")).isEmpty();
        workstation.line().rate(0);
        try (Person person = Person.before(workstation.options(Locale.ENGLISH))) {
            new Rail(person).queue().untilReceived().seesASignedReceipt();
        }
        assertThat(workstation.received(".dcm")).hasSize(41);
        assertThat(workstation.received("submission.json")).hasSize(1);
        workstation.bagsAreWhole();
    }

    @Test
    void aFullDiskHoldsTheSubmissionUntilThereIsRoom() throws Exception {
        Path mount = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk disk = new SmallDisk(mount);
                Workstation small = new Workstation(mount);
                Person person = Person.before(small.options(Locale.ENGLISH))) {
            disk.fillUpTo(40_000_000);
            QueuePage queue = send(person, small);
            queue.sees("Needs you").sees("This computer’s disk is too full");
            assertThat(small.received(".dcm")).isEmpty();
            disk.makeRoom();
            queue.tries().untilReceived().seesASignedReceipt();
            assertThat(small.received(".dcm")).hasSize(41);
            small.bagsAreWhole();
        }
    }

    /** The CT of the disc, from the first step into the queue. */
    static QueuePage send(Person person, Path disc) {
        return new Rail(person)
                .newSubmission()
                .drops(disc)
                .ticks("CT")
                .goesOn()
                .chooses(DISC_SUBJECT, "Week 8")
                .goesOn()
                .goesOn()
                .signs()
                .sends();
    }

    private static QueuePage send(Person person, Workstation workstation) {
        return send(person, workstation.disc());
    }
}

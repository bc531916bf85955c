// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialcourier.practice.PracticeTrial.DISC_SUBJECT;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;

/** From the disc to the signed receipt, on good days and on days when something does not fit. */
@Tag("xvfb")
class SendingJourneyTest {
    @TempDir
    private Path folder;

    private Workstation workstation;
    private Person person;

    @BeforeEach
    void sitDown() throws Exception {
        workstation = new Workstation(folder);
        person = Person.before(workstation.options(Locale.ENGLISH));
    }

    @AfterEach
    void getUp() throws Exception {
        person.close();
        workstation.close();
    }

    @Test
    void theHappyPath() throws Exception {
        new Rail(person)
                .newSubmission()
                .drops(workstation.disc())
                .ticks("CT")
                .goesOn()
                .chooses(DISC_SUBJECT, "Week 8")
                .goesOn()
                .isReady()
                .goesOn()
                .sees("41 images")
                .signs()
                .sends()
                .untilReceived()
                .seesASignedReceipt();
        person.sees("Safe to close");
        assertThat(workstation.received(".dcm")).hasSize(41);
        workstation.bagsAreWhole();
    }

    @Test
    void aDiscWithDamageSaysWhatIsMissingAndSendsTheRest() throws Exception {
        new Rail(person)
                .newSubmission()
                .drops(workstation.disc())
                .sees("1 unreadable, 1 twice")
                .unfoldsWhatWasLeftOut()
                .sees("the same image a second time")
                .ticks("CT")
                .goesOn()
                .chooses(DISC_SUBJECT, "Week 8")
                .goesOn()
                .goesOn()
                .signs()
                .sends()
                .untilReceived()
                .seesASignedReceipt();
        assertThat(workstation.received(".dcm")).hasSize(41);
        workstation.bagsAreWhole();
    }

    @Test
    void theWrongPatientIsNoticedAndTheRightOneChosen() throws Exception {
        new Rail(person)
                .newSubmission()
                .drops(workstation.disc())
                .ticks("CT")
                .goesOn()
                .chooses("001-0004", "Baseline")
                .goesOn()
                .sees("The images are of a woman, but subject 001-0004 is a man.")
                .cannotGoOn()
                .goesBack()
                .chooses(DISC_SUBJECT, "Week 8")
                .goesOn()
                .isReady()
                .goesOn()
                .signs()
                .sends()
                .untilReceived()
                .seesASignedReceipt();
        assertThat(workstation.manifest()).contains(DISC_SUBJECT).doesNotContain("001-0004");
    }

    @Test
    void aMissedWindowNeedsAReasonThatTravelsWithTheImages() throws Exception {
        String reason = "The scanner was out of order in the window.";
        new Rail(person)
                .newSubmission()
                .drops(workstation.disc())
                .ticks("CT")
                .goesOn()
                .chooses(DISC_SUBJECT, "Week 16")
                .goesOn()
                .sees("before the window of Week 16 opened")
                .cannotGoOn()
                .explains("outside-window", reason)
                .isReady()
                .goesOn()
                .signs()
                .sends()
                .untilReceived()
                .seesASignedReceipt();
        assertThat(workstation.manifest()).contains("outside-window").contains(reason);
    }

    @Test
    void wordsBurnedIntoAPictureAreCoveredBeforeItLeaves() throws Exception {
        new Rail(person)
                .newSubmission()
                .drops(workstation.disc())
                .ticks("CT")
                .ticks("US")
                .goesOn()
                .chooses(DISC_SUBJECT, "Week 8")
                .goesOn()
                .cannotGoOn()
                .looksAtTheImages()
                .turnsTo("US  Liver")
                .covers(0.001, 0.001, 0.999, 0.3)
                .vouches()
                .isReady()
                .goesOn()
                .sees("42 images")
                .signs()
                .sends()
                .untilReceived()
                .seesASignedReceipt();
        DataSet picture = received("US");
        byte[] pixels = Objects.requireNonNull(picture.get(org.trialcourier.dicom.Tag.PIXEL_DATA))
                .bytes(640 * 480);
        byte[] top = Arrays.copyOf(pixels, 640 * 80);
        assertThat(top).containsOnly((byte) 0);
        assertThat(pixels).isNotEqualTo(new byte[pixels.length]);
    }

    private DataSet received(String modality) throws Exception {
        for (Path file : workstation.received(".dcm")) {
            DataSet data = DicomFile.read(file).data();
            if (data.text(org.trialcourier.dicom.Tag.MODALITY).equals(modality)) {
                return data;
            }
        }
        throw new AssertionError("no " + modality + " was received");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialcourier.practice.PracticeTrial.DISC_SUBJECT;
import static org.trialcourier.practice.PracticeTrial.DISC_VISIT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receiver asks about what it got: the site sees it at the visit, sends what was missing, and answers. */
@Tag("xvfb")
class QueryJourneyTest {
    private static final String QUESTION = "Where are the last slices?";

    @TempDir
    private Path folder;

    @Test
    void aQueryIsAnsweredWithTheMissingImagesAlone() throws Exception {
        try (Workstation workstation = new Workstation(folder)) {
            try (Person person = Person.before(workstation.options(Locale.ENGLISH))) {
                sendSome(person, someOf(workstation.disc()));
            }
            assertThat(workstation.received(".dcm")).hasSize(30);
            workstation.asks(QUESTION);
            try (Person person = Person.before(workstation.options(Locale.ENGLISH))) {
                VisitsPage.open(person)
                        .sees("Question")
                        .looksAt(DISC_SUBJECT, DISC_VISIT)
                        .sees(QUESTION)
                        .fixes()
                        .drops(workstation.disc())
                        .ticks("CT")
                        .goesOn()
                        .goesOn()
                        .sees("to a study that was sent before")
                        .explainsAll("The console had hidden them.")
                        .goesOn()
                        .sees("11 images")
                        .signs()
                        .answersTheQuery()
                        .sees("What was missing is in the queue")
                        .answers("They were hidden on the console.");
                person.seesNoMore(QUESTION);
                new Rail(person).queue().untilReceived().seesASignedReceipt();
            }
            assertThat(workstation.received(".dcm")).hasSize(41).doesNotHaveDuplicates();
            assertThat(workstation.received("submission.json")).hasSize(2);
            workstation.bagsAreWhole();
        }
    }

    private static void sendSome(Person person, Path images) {
        new Rail(person)
                .newSubmission()
                .drops(images)
                .goesOn()
                .chooses(DISC_SUBJECT, "Week 8")
                .goesOn()
                .explainsAll("All that the console shows.")
                .goesOn()
                .sees("30 images")
                .signs()
                .sends()
                .untilReceived()
                .seesASignedReceipt();
    }

    private Path someOf(Path disc) throws Exception {
        Path some = Files.createDirectory(folder.resolve("some"));
        try (Stream<Path> files = Files.list(disc.resolve("DICOM/ST000001/SE000001"))) {
            for (Path file : files.sorted().limit(30).toList()) {
                Files.copy(file, some.resolve(file.getFileName()));
            }
        }
        return some;
    }
}

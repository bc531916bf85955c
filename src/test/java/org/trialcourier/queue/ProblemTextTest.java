// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;

class ProblemTextTest {
    private static final Problem HELD = new Problem.HeldBack(List.of(
            new Problem.HeldImage(3, Phrase.of("held.residue", "(0010,4000)", Phrase.of("residue.name"), 2)),
            new Problem.HeldImage(5, Phrase.of("held.no-series"))));

    @Test
    void reasonsOfHeldImagesAreKeptInNoLanguageAndSaidInEach() {
        String kept = ProblemText.write(HELD);
        assertThat(kept).contains("held.residue", "(0010,4000)").doesNotContain("something of the patient");
        assertThat(ProblemText.read(kept)).isEqualTo(HELD);
        assertThat(details(kept, Locale.ENGLISH))
                .containsExactly(
                        "Image 3: something of the patient is still in (0010,4000): name (and 2 more)",
                        "Image 5: the file does not say to which study and series it belongs");
        assertThat(details(kept, Locale.GERMAN))
                .containsExactly(
                        "Bild 3: in (0010,4000) steht noch etwas vom Patienten: Name (und 2 weitere Stellen)",
                        "Bild 5: die Datei sagt nicht, zu welcher Untersuchung und Serie sie gehört");
    }

    @Test
    void reasonsThatWereKeptAsSentencesStillShow() {
        String old = "{\"kind\":\"HeldBack\",\"fields\":\"{\\\"images\\\":[{\\\"number\\\":3,"
                + "\\\"reason\\\":\\\"the file's {pixels} are damaged\\\"}]}\"}";
        assertThat(details(old, Locale.FRENCH)).containsExactly("Image 3\u00a0: the file's {pixels} are damaged");
    }

    @Test
    void aReasonOfAnotherVersionStandsForItself() {
        String other = ProblemText.write(
                new Problem.HeldBack(List.of(new Problem.HeldImage(1, Phrase.of("held." + "of-tomorrow", 1)))));
        assertThat(details(other, Locale.ENGLISH)).containsExactly("Image 1: held.of-tomorrow");
    }

    private static List<String> details(String kept, Locale language) {
        return Words.of(language).of(ProblemText.read(kept)).details();
    }
}

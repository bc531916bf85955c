// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;

class WordsTest {
    private final Words words = Words.english();

    @Test
    void aProblemHasThreePartsAndNamesWhatItConcerns() {
        Sentence sentence = words.of(new Problem.Offline("upload.example.org", "connection refused"));
        assertThat(sentence.happened()).isEqualTo("The receiver upload.example.org cannot be reached.");
        assertThat(sentence.meaning()).contains("Nothing is lost");
        assertThat(sentence.next()).isNotBlank();
        assertThat(sentence.lines()).hasSize(4).contains("  connection refused");
        assertThat(sentence.paragraph())
                .startsWith("The receiver upload.example.org cannot be reached: connection refused. Nothing is lost");
    }

    @Test
    void whatTheProgramTellsIsInTheLanguageAndWhatOthersSaidStandsAsItIs() {
        Words german = Words.of(Locale.GERMAN);
        Sentence sentence = german.of(new Problem.Unwritable("place.key-store", "why.damaged"));
        assertThat(sentence.happened()).startsWith("Schlüsselspeicher dieses Computers");
        assertThat(sentence.details()).containsExactly("beschädigt");
        assertThat(german.told("why.part-too-large 5000")).isEqualTo("ein Teil von 5000 Byte ist ihm zu groß");
        for (String said : List.of("Permission denied", "why.of-tomorrow 7", "/media/place.files", "")) {
            assertThat(german.told(said)).isEqualTo(said);
        }
    }

    @Test
    void aFolderThatReceivesIsCalledAFolderAndNamed() {
        Sentence sentence = words.of(new Problem.Offline("/media/stick/trial", Problem.Offline.NO_FOLDER));
        assertThat(sentence.lines())
                .containsExactly(
                        "The folder /media/stick/trial, which receives the submissions, is not there.",
                        "Nothing is lost: the submission waits on this computer.",
                        "Connect the drive or network share that holds it, or create the folder."
                                + " Sending then goes on by itself.");
    }

    @Test
    void aWronglyWrittenPathIsNoDiscThatWasTakenOut() {
        Sentence sentence = words.of(new Problem.Unreadable("trial.json", "why.no-file"));
        assertThat(sentence.lines()).noneMatch(line -> line.contains("disc"));
        assertThat(sentence.next()).startsWith("Check how the path and the name are written");
    }

    @Test
    void oneFileThatIsHeldBackIsSpokenOfAsOne() {
        assertThat(words.say("cli.deidentify.held-count", 1))
                .isEqualTo("1 file was held back: it cannot be made safe to send, and nothing of it was written.");
        assertThat(words.say("cli.deidentify.held-count", 2)).contains("files were held back: they", "nothing of them");
    }

    @Test
    void everyMistakeOfAFileIsNamed() {
        Sentence sentence = words.of(new Problem.BadFile(
                "trial.json",
                List.of(
                        new Problem.Mistake("$.trial.id", "is missing"),
                        new Problem.Mistake("$.visits[2].day", "must be a number"))));
        assertThat(sentence.happened()).isEqualTo("trial.json cannot be used: 2 mistakes");
        assertThat(sentence.details()).containsExactly("$.trial.id: is missing", "$.visits[2].day: must be a number");
    }

    @Test
    void aLongListIsCutAndSaysSo() {
        List<Problem.HeldImage> places = IntStream.range(0, 40)
                .mapToObj(i -> new Problem.HeldImage(i, Phrase.verbatim("no " + i)))
                .toList();
        assertThat(words.of(new Problem.HeldBack(places)).details())
                .hasSize(13)
                .last()
                .isEqualTo("and 28 more");
    }

    @Test
    void imagesHeldBackForOneReasonAreOneLine() {
        List<Problem.HeldImage> images = IntStream.of(1, 2, 3, 5, 8, 9)
                .mapToObj(i -> new Problem.HeldImage(i, Phrase.verbatim(i == 5 ? "torn" : "no pixels")))
                .toList();
        assertThat(words.of(new Problem.HeldBack(images)).details())
                .containsExactly("Images 1–3, 8–9: no pixels", "Image 5: torn");
    }

    @Test
    void anUnknownLanguageFallsBackToEnglish() {
        assertThat(Words.of(Locale.of("tlh")).say("format.percent", 3)).isEqualTo("3%");
    }

    @Test
    void sizesHaveAtMostThreeDigits() {
        Formats formats = words.formats();
        assertThat(formats.bytes(0)).isEqualTo("0 B");
        assertThat(formats.bytes(999)).isEqualTo("999 B");
        assertThat(formats.bytes(1500)).isEqualTo("1.5 KB");
        assertThat(formats.bytes(216_400_000)).isEqualTo("216 MB");
        assertThat(formats.bytes(999_999_999)).isEqualTo("1 GB");
    }

    @Test
    void ninetyNineAndAHalfPerCentIsNotAll() {
        assertThat(words.formats().percent(0.999)).isEqualTo("99%");
        assertThat(words.formats().percent(1)).isEqualTo("100%");
    }

    @Test
    void daysAndDurationsReadNaturally() {
        Formats formats = words.formats();
        assertThat(formats.day(LocalDate.of(2026, 9, 1))).isEqualTo("2026-09-01");
        assertThat(formats.dicomDay("20260901")).isEqualTo("2026-09-01");
        assertThat(formats.dicomDay("20261399")).isEqualTo("20261399");
        assertThat(formats.about(Duration.ofSeconds(170))).isEqualTo("about 3 min");
    }
}

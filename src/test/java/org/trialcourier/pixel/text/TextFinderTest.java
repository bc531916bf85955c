// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trialcourier.pixel.Box;

/** Text burned into made pictures is found and mostly read; pictures without text stay free of boxes. */
class TextFinderTest {
    @BeforeAll
    static void thisComputerHasAFinder() {
        assumeTrue(TextFinder.ofThisComputer().isPresent(), "no finder for this kind of computer");
    }

    @Test
    void findsSmallTextInGreyNoise() {
        found(new Written(512, 512, 1).noise(90, 40, false).text("MUSTERFRAU ERIKA", 20, 30, 12, Color.WHITE), 12);
        found(new Written(512, 512, 2).noise(60, 25, false).text("MUSTERFRAU ERIKA", 200, 300, 10, Color.WHITE), 10);
    }

    @Test
    void findsLargerTextInColourNoise() {
        found(new Written(640, 480, 3).noise(90, 40, true).text("MUSTERFRAU ERIKA", 20, 30, 16, Color.YELLOW), 16);
        found(new Written(640, 480, 4).noise(120, 40, true).text("MUSTERFRAU ERIKA", 100, 200, 24, Color.GREEN), 24);
    }

    @Test
    void findsNothingWhereNothingIsWritten() {
        for (long seed = 10; seed < 12; seed++) {
            assertThat(find(new Written(320, 320, seed).noise(80, 40, false))).isEmpty();
            assertThat(find(new Written(384, 384, seed).noise(60, 8, false).shapes()))
                    .isEmpty();
        }
    }

    @Test
    void findsSmallTextInASmallPicture() {
        found(new Written(128, 128, 6).noise(70, 20, false).text("MUSTERFRAU", 10, 60, 10, Color.WHITE), 10);
        found(new Written(200, 160, 7).noise(70, 20, false).text("MUSTERFRAU ERIKA", 12, 30, 9, Color.WHITE), 9);
        found(new Written(256, 256, 8).noise(70, 25, false).text("MUSTERFRAU ERIKA", 20, 240, 11, Color.WHITE), 11);
        found(new Written(96, 64, 9).noise(40, 10, false).text("FRAU ERIKA", 6, 20, 12, Color.WHITE), 12);
    }

    @Test
    void findsSmallTextInALargePicture() {
        Written large = new Written(2400, 2000, 5).text("MUSTERFRAU ERIKA", 2000, 1900, 22, Color.WHITE);
        List<WrittenText> all = find(large);
        assertThat(all).anyMatch(text -> text.box().covers(new Box(2005, 1886, 180, 12)));
    }

    private static List<WrittenText> find(Written picture) {
        return TextFinder.ofThisComputer().orElseThrow().find(picture.picture());
    }

    private static void found(Written picture, int size) {
        List<WrittenText> all = find(picture);
        assertThat(all).as("size " + size).isNotEmpty();
        String read = all.stream()
                .map(text -> text.text().reveal())
                .reduce("", (a, b) -> a + b)
                .toUpperCase(Locale.ROOT);
        assertThat(read).as("size " + size).containsAnyOf("MUSTER", "FRAU", "ERIKA");
    }
}

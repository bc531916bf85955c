// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trialcourier.app.AppOptions;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Theme;

/**
 * Takes a picture of every screen. For each language in light; the first one, or every one where all looks are asked for,
 * in both themes and at 200 %. {@code -Dpictures.size=3840x2160} makes the window that large, {@code
 * -Dpictures.looks=all} takes all looks of every language.
 */
final class Pictures {
    private static final String[] SIZE =
            System.getProperty("pictures.size", "1000x700").split("x");
    private static final boolean ALL_LOOKS = "all".equals(System.getProperty("pictures.looks"));

    private final Path folder;
    private final Stagehand hand;
    private final boolean everyLook;
    private int number;

    private Pictures(Path folder, Stagehand hand, boolean everyLook) {
        this.folder = folder;
        this.hand = hand;
        this.everyLook = everyLook;
    }

    /** Arguments: folder for the pictures, language tags. */
    public static void main(String[] arguments) throws IOException {
        List<String> languages = Arrays.asList(arguments).subList(1, arguments.length);
        for (String language : languages) {
            Path home = Files.createTempDirectory("trialcourier-pictures");
            AppOptions options =
                    new AppOptions(home, Clock.systemDefaultZone(), Locale.forLanguageTag(language), Map.of(), false);
            try (Stagehand hand =
                    new Stagehand(options, false, Double.parseDouble(SIZE[0]), Double.parseDouble(SIZE[1]))) {
                Path folder = Path.of(arguments[0], language);
                Pictures pictures = new Pictures(folder, hand, ALL_LOOKS || language.equals(languages.getFirst()));
                new Tour(hand, pictures::shoot).go();
                new Corners(hand, Words.of(options.locale()), pictures::shoot).go();
            }
        }
        System.exit(0);
    }

    private void shoot(String name) {
        number++;
        take(name, Theme.LIGHT, 1);
        if (everyLook) {
            take(name, Theme.LIGHT, 2);
            take(name, Theme.DARK, 1);
            take(name, Theme.DARK, 2);
            hand.run(Theme.LIGHT::apply);
        }
    }

    private void take(String name, Theme theme, int scale) {
        hand.run(theme::apply);
        String size = scale == 1 ? "" : "-" + scale * 100;
        String file = String.format(Locale.ROOT, "%02d-%s-%s%s.png", number, name, theme.setting(), size);
        hand.picture(folder.resolve(file), scale);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2 AA in both themes: text 4.5 to 1, icons and borders of controls 3 to 1. Computed from the themes' colours. */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-color-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|rgba?\\([^)]*\\))");
    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    /** The ground of a row that is chosen, as the stylesheet has it. */
    private static final String CHOSEN = "-color-neutral-subtle";

    /** A text colour and the ground below it; a translucent ground lies on a card, here or in a row that is chosen. */
    private record Pair(String text, String ground) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("-color-fg-default", "card"),
            new Pair("-color-fg-default", "ground"),
            new Pair("-color-fg-muted", "card"),
            new Pair("-color-fg-muted", "ground"),
            new Pair("-color-fg-muted", "-color-neutral-subtle"),
            new Pair("-color-accent-fg", "card"),
            new Pair("-color-accent-fg", "-color-accent-subtle"),
            new Pair("-color-success-fg", "card"),
            new Pair("-color-success-fg", "-color-success-subtle"),
            new Pair("-color-warning-fg", "card"),
            new Pair("-color-warning-fg", "-color-warning-subtle"),
            new Pair("bad", "card"),
            new Pair("bad", "-color-danger-subtle"),
            new Pair("-color-fg-default", "-color-accent-subtle"),
            new Pair("-color-fg-muted", "-color-accent-subtle"),
            new Pair("-color-fg-default", "-color-neutral-muted"),
            new Pair("-color-fg-default", "-color-danger-subtle"),
            new Pair("-color-fg-muted", "-color-danger-subtle"),
            new Pair("-color-fg-default", "-color-warning-subtle"),
            new Pair("-color-fg-muted", "-color-warning-subtle"),
            new Pair("-color-fg-default", CHOSEN),
            new Pair("-color-success-fg", CHOSEN),
            new Pair("-color-warning-fg", CHOSEN),
            new Pair("-color-accent-fg", CHOSEN),
            new Pair("bad", CHOSEN),
            new Pair("-color-light", "-color-dark"),
            new Pair("-color-fg-emphasis", "-color-danger-emphasis"),
            new Pair("-color-fg-emphasis", "-color-accent-emphasis"));

    private static final List<Pair> CHIPS_IN_CHOSEN_ROW = List.of(
            new Pair("-color-fg-muted", "-color-neutral-subtle"),
            new Pair("-color-accent-fg", "-color-accent-subtle"),
            new Pair("-color-success-fg", "-color-success-subtle"),
            new Pair("-color-warning-fg", "-color-warning-subtle"),
            new Pair("bad", "-color-danger-subtle"));

    /** Icons, borders and marks that mean something. */
    private static final List<Pair> MARKS = List.of(
            new Pair("-color-accent-emphasis", "card"),
            new Pair("-color-accent-emphasis", "ground"),
            new Pair("-color-accent-emphasis", "-color-dark"),
            new Pair("-color-warning-emphasis", "-color-dark"),
            new Pair("-color-danger-emphasis", "-color-dark"),
            new Pair("-color-fg-emphasis", "-color-success-emphasis"));

    static Stream<Theme> themes() {
        return Stream.of(new PrimerLight(), new PrimerDark());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTextCanBeRead(Theme theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        Color card = colour(colours, "card");
        holds(theme, colours, PAIRS, card, TEXT);
        holds(theme, colours, CHIPS_IN_CHOSEN_ROW, over(colour(colours, CHOSEN), card), TEXT);
        holds(theme, colours, MARKS, card, MARK);
    }

    private static void holds(Theme theme, Map<String, Color> colours, List<Pair> pairs, Color below, double least) {
        assertThat(pairs).allSatisfy(pair -> {
            Color ground = over(colour(colours, pair.ground()), below);
            assertThat(contrast(over(colour(colours, pair.text()), ground), ground))
                    .as("%s: %s on %s", theme.getName(), pair.text(), pair.ground())
                    .isGreaterThanOrEqualTo(least);
        });
    }

    /** What is not tested above is not used for text. */
    @Test
    void theStylesheetWritesInNoOtherColour() throws IOException {
        try (InputStream sheet = ContrastTest.class.getResourceAsStream("/org/trialcourier/ui/trialcourier.css")) {
            String css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Pattern.compile("text-fill:\\s*([^;]+);")
                            .matcher(css)
                            .results()
                            .map(found -> found.group(1)))
                    .isSubsetOf(
                            "-color-fg-default",
                            "-color-fg-muted",
                            "-color-fg-emphasis",
                            "-color-accent-fg",
                            "-color-light",
                            "-tc-tone");
        }
    }

    @Test
    void theMeasureAgreesWithTheStandard() {
        assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(contrast(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
    }

    private static Map<String, Color> colours(Theme theme) throws IOException {
        Map<String, Color> colours = new HashMap<>();
        try (InputStream sheet = Theme.class.getResourceAsStream(theme.getUserAgentStylesheet())) {
            String css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            COLOUR.matcher(css)
                    .results()
                    .forEach(found -> colours.putIfAbsent(found.group(1), Color.web(found.group(2))));
        }
        boolean dark = theme.isDarkMode();
        colours.put("card", colours.get(dark ? "-color-bg-subtle" : "-color-bg-default"));
        colours.put("ground", colours.get(dark ? "-color-bg-default" : "-color-bg-subtle"));
        colours.put("bad", colours.get(dark ? "-color-danger-3" : "-color-danger-fg"));
        return colours;
    }

    private static Color colour(Map<String, Color> colours, String name) {
        assertThat(colours).containsKey(name);
        return colours.get(name);
    }

    private static Color over(Color top, Color bottom) {
        double share = top.getOpacity();
        return Color.color(
                top.getRed() * share + bottom.getRed() * (1 - share),
                top.getGreen() * share + bottom.getGreen() * (1 - share),
                top.getBlue() * share + bottom.getBlue() * (1 - share));
    }

    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

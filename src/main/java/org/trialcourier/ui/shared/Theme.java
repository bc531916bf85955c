// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The two looks of the window, and the one that follows the system. */
public enum Theme {
    /** As the system says, also when it changes. */
    SYSTEM,
    /** Always light. */
    LIGHT,
    /** Always dark. */
    DARK;

    private static final List<String> FIRST = List.of(
            "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
            "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf");
    private static final List<String> OTHERS = List.of(
            "/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf",
            "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf");
    private static final String SHEET = "/org/trialcourier/ui/trialcourier.css";

    /** The theme of a setting; anything unknown follows the system. */
    public static Theme of(String setting) {
        return switch (setting) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> SYSTEM;
        };
    }

    /** How the setting is written. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Puts this look on the whole program. */
    public void apply() {
        boolean dark =
                this == DARK || (this == SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /** Adds the program's own stylesheet to a window. */
    public static void dress(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Theme.class.getResource(SHEET)).toExternalForm());
    }

    /** Makes those typefaces known that the first page is set in; to be called before the first window. */
    public static void loadFirstFonts() {
        load(FIRST);
    }

    /** Makes the other typefaces known; to be called before the first desk. */
    public static void loadOtherFonts() {
        load(OTHERS);
    }

    private static void load(List<String> fonts) {
        for (String font : fonts) {
            try (InputStream stream = Theme.class.getResourceAsStream(font)) {
                Font.loadFont(Objects.requireNonNull(stream, font), 14);
            } catch (IOException e) {
                throw new IllegalStateException("a typeface is part of the program: " + font, e);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;

/** The stylesheet as it is written; the window takes the binary form that the build makes of it. */
class StylesheetTest {
    private static URL resource(String form) {
        return Objects.requireNonNull(StylesheetTest.class.getResource("/org/trialcourier/ui/trialcourier." + form));
    }

    @Test
    void isReadWithoutAFault() throws IOException {
        int before = CssParser.errorsProperty().size();
        Stylesheet sheet = new CssParser().parse(resource("css"));
        assertThat(CssParser.errorsProperty().stream().skip(before)).isEmpty();
        assertThat(sheet.getRules()).isNotEmpty();
    }

    @Test
    void itsBinaryFormSaysTheSame() throws IOException {
        URL binary = StylesheetTest.class.getResource("/org/trialcourier/ui/trialcourier.bss");
        assumeThat(binary)
                .as("classes that another tool than the build has made")
                .isNotNull();
        assertThat(words(Stylesheet.loadBinary(binary))).isEqualTo(words(new CssParser().parse(resource("css"))));
    }

    /** Two of them at one place are written in an order that JavaFX draws anew in each run, and no build would give the same jar. */
    @Test
    void noPlaceAsksForTwoStates() throws IOException {
        assertThat(new CssParser().parse(resource("css")).getRules())
                .flatExtracting(Rule::getSelectors)
                .extracting(Object::toString)
                .noneMatch(selector -> selector.matches(".*:[\\w-]+:.*"));
    }

    private static List<String> words(Stylesheet sheet) {
        return sheet.getRules().stream().map(StylesheetTest::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getSelectors() + " "
                + rule.getDeclarations().stream().map(Declaration::getProperty).toList();
    }
}

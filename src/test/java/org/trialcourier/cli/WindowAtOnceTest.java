// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialcourier.app.WindowStart;
import org.trialcourier.text.Words;

class WindowAtOnceTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final List<WindowStart> opened = new ArrayList<>();

    private int run(String... words) {
        return CommandLineStart.run(
                List.of(words),
                start -> {
                    opened.add(start);
                    return 7;
                },
                new Console(NOWHERE, NOWHERE, Words.english()),
                Map.of("TRIALCOURIER_HOME", "/somewhere"));
    }

    @Test
    void opensTheSameWindowWithAndWithoutReadingArguments() {
        assertThat(run()).isEqualTo(7);
        assertThat(run("--home", "/somewhere")).isEqualTo(7);

        assertThat(opened).hasSize(2);
        assertThat(opened.get(0).options().home()).isEqualTo(Path.of("/somewhere"));
        assertThat(opened.get(0).given()).isEqualTo(opened.get(1).given());
        assertThat(opened.get(0).background()).isEqualTo(opened.get(1).background());
        assertThat(opened.get(0).practice()).isEqualTo(opened.get(1).practice());
    }

    @Test
    void aFaultOfTheWindowIsSaidInWords() {
        int code = CommandLineStart.run(
                List.of(),
                start -> {
                    throw new IllegalStateException("no window");
                },
                new Console(NOWHERE, NOWHERE, Words.english()),
                Map.of("TRIALCOURIER_HOME", "/somewhere"));

        assertThat(code).isEqualTo(1);
    }
}

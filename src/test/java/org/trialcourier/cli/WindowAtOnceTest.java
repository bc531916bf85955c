// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.WindowStart;
import org.trialcourier.text.Words;

class WindowAtOnceTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final List<WindowStart> opened = new ArrayList<>();

    private final Console console = new Console(NOWHERE, NOWHERE, Words.english());
    private final Map<String, String> environment = Map.of("TRIALCOURIER_HOME", "/somewhere");

    private int remember(WindowStart start) {
        opened.add(start);
        return 7;
    }

    @Test
    void opensTheSameWindowAsTheReaderOfArguments() {
        assertThat(WindowAtOnce.open(this::remember, console, environment)).isEqualTo(7);
        assertThat(CommandLineStart.run(List.of(), this::remember, console, environment))
                .isEqualTo(7);

        assertThat(opened).hasSize(2);
        WindowStart atOnce = opened.get(0);
        WindowStart read = opened.get(1);
        assertThat(atOnce.options().home()).isEqualTo(Path.of("/somewhere"));
        assertThat(atOnce.options().home()).isEqualTo(read.options().home());
        assertThat(atOnce.options().systemKeyStore()).isEqualTo(read.options().systemKeyStore());
        assertThat(atOnce.given()).isEqualTo(read.given());
        assertThat(atOnce.background()).isEqualTo(read.background());
        assertThat(atOnce.practice()).isEqualTo(read.practice());
    }

    @Test
    void aFileIsUnderstoodAsPathAndAsAddress(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("CT 1 ü.dcm"), "");
        List<String> given = List.of(file.toString(), file.toUri().toString(), "trialcourier://join?trial=X");
        CommandLineStart.run(given, this::remember, console, environment);
        assertThat(opened.getFirst().given())
                .containsExactly(file.toString(), file.toString(), "trialcourier://join?trial=X");
        assertThat(WindowStart.isUnderstood("file://elsewhere/a.dcm")).isFalse();
    }

    @Test
    void aFaultOfTheWindowIsSaidInWords() {
        CommandLineStart.Window broken = start -> {
            throw new IllegalStateException("no window");
        };

        assertThat(WindowAtOnce.open(broken, console, environment)).isEqualTo(1);
    }
}

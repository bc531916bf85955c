// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-09-01T10:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void remembersWhatWasChosen() throws Exception {
        Path file = folder.resolve("settings.json");
        new SettingsFile(file, CLOCK).save(Settings.defaults().withTheme("dark").withTrial("LUMEN-301"));
        Settings read = new SettingsFile(file, CLOCK).load().settings();
        assertThat(read.theme()).isEqualTo("dark");
        assertThat(read.trial()).isEqualTo("LUMEN-301");
    }

    @Test
    void fieldsOfOlderAndNewerVersionsDoNoHarm() throws Exception {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"theme\": \"dark\", \"ofTheFuture\": 1, \"language\": null}");
        SettingsFile.Loaded loaded = new SettingsFile(file, CLOCK).load();
        assertThat(loaded.problem()).isEmpty();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults().withTheme("dark"));
    }

    @Test
    void aDamagedFileIsSetAsideNotOverwritten() throws Exception {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"theme\": ");
        SettingsFile.Loaded loaded = new SettingsFile(file, CLOCK).load();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(loaded.problem()).isPresent();
        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(aside -> {
                assertThat(aside.getFileName().toString()).contains("damaged");
                assertThat(aside).hasContent("{\"theme\": ");
            });
        }
    }
}

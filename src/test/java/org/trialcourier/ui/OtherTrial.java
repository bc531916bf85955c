// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.trialcourier.practice.PracticeTrial;

/** A trial file as a sponsor sends it: with what the practice trial has, under another name and for another receiver. */
final class OtherTrial {
    private OtherTrial() {}

    static Path file(Path file, String id, String host) {
        try {
            byte[] json = PracticeTrial.json(
                    LocalDate.now(ZoneId.systemDefault()),
                    URI.create("https://" + host + "/files/"),
                    URI.create("https://" + host + "/api/v1/"));
            return Files.writeString(file, new String(json, StandardCharsets.UTF_8).replace(PracticeTrial.ID, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in a file of its own, until the end of this process. */
    static Path file() {
        try {
            Path file = Files.createTempFile("trial", ".json");
            file.toFile().deleteOnExit();
            return file(file, "LUMEN-301", "imaging.lumen.example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

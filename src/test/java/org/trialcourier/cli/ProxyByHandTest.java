// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.practice.PracticeTrial;

/** Somebody typed a proxy into the file of the settings that is none. */
class ProxyByHandTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");
    private static final String TOLD = "The proxy in the settings is none";

    @TempDir
    private Path folder;

    private void type(String proxy) throws Exception {
        Files.writeString(folder.resolve("home/settings.json"), "{\"proxy\": \"" + proxy + "\"}");
    }

    @Test
    void itIsToldAndNothingGoesOutUntilItIsMended() throws Exception {
        Terminal terminal = new Terminal(folder.resolve("home"));
        Path trial = PracticeTrial.make(folder.resolve("trial"), LocalDate.now(ZoneId.of("UTC")), NOWHERE, NOWHERE);
        assertThat(terminal.run("trials", "add", trial).exit()).isZero();
        Path image = Files.write(folder.resolve("IM1"), Made.file(1, TransferSyntax.EXPLICIT_LITTLE));
        type("desk:secret@proxy.hospital.example:80a80");

        Answer doctor = terminal.run("doctor");
        assertThat(doctor.err()).contains(TOLD).doesNotContain("secret");
        assertThat(doctor.exit()).isEqualTo(ExitCode.FAILED);

        List<Object> reasons = new ArrayList<>();
        terminal.submit(image, trial).codes().forEach(code -> reasons.addAll(List.of("--reason", code + "=a test")));
        Answer sent = terminal.submit(image, trial, reasons.toArray());
        assertThat(sent.err()).contains(TOLD).doesNotContain("secret");
        assertThat(sent.exit()).isEqualTo(ExitCode.HELD);
        assertThat(terminal.run("queue", "run").exit()).isEqualTo(ExitCode.HELD);
        assertThat(terminal.run("queue", "list").out()).contains("Needs you", TOLD);

        type("none");
        terminal.run("queue", "run");
        assertThat(terminal.run("queue", "list").out()).contains("Waiting").doesNotContain(TOLD);
    }
}

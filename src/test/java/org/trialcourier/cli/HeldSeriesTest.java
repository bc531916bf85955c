// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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

/** Images that cannot be made safe are told by their series, so that the coordinator knows which one to take out. */
class HeldSeriesTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");

    @TempDir
    private Path folder;

    @Test
    void theQueueNamesTheSeriesOfImagesThatAreHeldBack() throws Exception {
        String json = new String(
                PracticeTrial.json(LocalDate.now(ZoneId.of("UTC")), NOWHERE, NOWHERE), StandardCharsets.UTF_8);
        Path trial = Files.writeString(
                folder.resolve("trial.json"),
                json.replaceFirst("\"rules\"\\s*:\\s*\\[", "$0{\"tag\":\"SliceThickness\",\"action\":\"R\"},"));
        Path images = Files.createDirectory(folder.resolve("images"));
        for (int i = 1; i < 4; i++) {
            Files.write(images.resolve("IM" + i), Made.file(i, TransferSyntax.EXPLICIT_LITTLE));
        }
        Terminal terminal = new Terminal(folder.resolve("home"));
        List<Object> reasons = new ArrayList<>();
        terminal.submit(images, trial).codes().forEach(code -> reasons.addAll(List.of("--reason", code + "=a test")));

        Answer sent = terminal.submit(images, trial, reasons.toArray());

        String told = "Images 1–3: CT series 2 (3 images): the trial refuses instances with (0018,0050)";
        assertThat(sent.exit()).isEqualTo(ExitCode.HELD);
        assertThat(sent.err()).contains(told);
        assertThat(terminal.run("queue", "list").out()).contains(told).doesNotContain("Lunge");
    }
}

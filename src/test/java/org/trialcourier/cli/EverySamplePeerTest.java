// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.dicom.Samples;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Study;
import org.trialcourier.work.Progress;
import tools.jackson.databind.JsonNode;

/**
 * The command on every study among the samples: each image is written or held with its reason, no run fails, and DCMTK
 * reads what was written.
 */
@Tag("peer")
class EverySamplePeerTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/files/");

    @TempDir
    Path folder;

    @Test
    void everySampleComesOutOrIsHeldWithItsReason() throws Exception {
        Path trial = PracticeTrial.make(folder.resolve("trial"), LocalDate.of(2026, 11, 26), NOWHERE, NOWHERE);
        Terminal terminal = new Terminal(folder.resolve("home"));
        List<Study> studies = new Scanner()
                .scan(List.of(Samples.folder()), new Progress(), ScanListener.none())
                .studies();
        int written = 0;
        Map<String, Integer> held = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int number = 0; number < studies.size(); number++) {
            Path source = folder.resolve("study" + number);
            Path out = folder.resolve("out" + number);
            int images = copy(studies.get(number), source);
            Answer answer = terminal.deidentify(source, trial, out);
            if (answer.exit() != 0 && answer.exit() != 3) {
                wrong.add("study " + number + " ended with " + answer.exit() + ": " + answer.err());
                continue;
            }
            JsonNode report = answer.json();
            if (report.get("written").size() + report.get("held").size() != images) {
                wrong.add("study " + number + " has " + images + " images: " + report);
            }
            for (JsonNode one : report.get("held")) {
                held.merge(one.get("reason").asString(), 1, Integer::sum);
            }
            for (JsonNode one : report.get("written")) {
                written++;
                if (!isRead(out.resolve(one.asString()))) {
                    wrong.add("not read by dcmdump: " + one);
                }
            }
        }
        System.out.println(studies.size() + " studies, written and read by dcmdump: " + written + ", held: " + held);
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(held.keySet()).noneMatch(String::isBlank);
    }

    private static int copy(Study study, Path to) throws Exception {
        Files.createDirectories(to);
        int count = 0;
        for (Instance instance : study.series().stream()
                .flatMap(series -> series.instances().stream())
                .toList()) {
            try (InputStream in = instance.source().open().open(0)) {
                Files.copy(in, to.resolve("image" + count++));
            }
        }
        return count;
    }

    private static boolean isRead(Path file) throws Exception {
        Process process = new ProcessBuilder("dcmdump", "-q", file.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }
}

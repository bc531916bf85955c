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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.work.Sha256;

/** The workstations of a site, one of them with the key card of the other. */
class KeyCardCommandTest {
    private static final Pattern GROUP = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{4}\\b");

    @TempDir
    private Path folder;

    private Path trial;
    private Path images;

    @BeforeEach
    void make() throws Exception {
        URI receiver = URI.create("http://127.0.0.1:9/");
        trial = Files.write(
                folder.resolve("trial.json"), PracticeTrial.json(LocalDate.now(ZoneId.of("UTC")), receiver, receiver));
        images = Files.createDirectory(folder.resolve("images"));
        for (int i = 1; i < 4; i++) {
            Files.write(images.resolve("IM" + i), Made.file(i, TransferSyntax.EXPLICIT_LITTLE));
        }
    }

    private Terminal workstation(String name) {
        Terminal terminal = new Terminal(folder.resolve(name));
        assertThat(terminal.run("trials", "add", trial).exit()).isZero();
        return terminal;
    }

    /** What leaves a workstation, by name. */
    private Map<String, String> cleaned(Terminal terminal, String name) throws Exception {
        Path out = folder.resolve("out-" + name);
        Answer answer = terminal.deidentify(images, trial, out);
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
            }
        }
        assertThat(files).as(answer.err()).hasSizeGreaterThanOrEqualTo(3);
        return files;
    }

    private String letters(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains(PracticeTrial.ID);
            Matcher group = GROUP.matcher(text.replace(PracticeTrial.ID, ""));
            StringBuilder letters = new StringBuilder();
            while (group.find()) {
                letters.append(group.group()).append('\n');
            }
            return letters.toString();
        }
    }

    @Test
    void withTheCardASubjectIsTheSameFromBothWorkstations() throws Exception {
        Terminal first = workstation("first");
        Terminal second = workstation("second");
        Map<String, String> leaves = cleaned(first, "first");
        assertThat(cleaned(second, "second-before")).isNotEqualTo(leaves);

        Path pdf = folder.resolve("card.pdf");
        assertThat(first.run("trials", "key-card", PracticeTrial.ID, "--pdf", pdf)
                        .exit())
                .isZero();
        Path typed = Files.writeString(folder.resolve("typed.txt"), letters(pdf));
        Answer taken = second.run("trials", "take-key", PracticeTrial.ID, typed);

        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(cleaned(second, "second")).isEqualTo(leaves);
        assertThat(second.run("audit", "export").out()).contains("trial.key-taken");
        assertThat(first.run("audit", "export").out()).contains("trial.key-card");
    }

    @Test
    void aMistypedCardChangesNothingAndIsTold() throws Exception {
        Terminal first = workstation("first");
        Map<String, String> leaves = cleaned(first, "first");
        Path typed = Files.writeString(folder.resolve("typed.txt"), "7777 ".repeat(14), StandardCharsets.UTF_8);
        Answer refused = first.run("trials", "take-key", PracticeTrial.ID, typed);
        assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("is not the key card of the trial");
        assertThat(cleaned(first, "again")).isEqualTo(leaves);
    }

    @Test
    void onceSomethingWentOutNoOtherKeyTakesItsPlace() throws Exception {
        Terminal first = workstation("first");
        Terminal second = workstation("second");
        Path pdf = folder.resolve("card.pdf");
        first.run("trials", "key-card", PracticeTrial.ID, "--pdf", pdf);
        Path typed = Files.writeString(folder.resolve("typed.txt"), letters(pdf));
        submit(second);

        Answer refused = second.run("trials", "take-key", PracticeTrial.ID, typed);

        assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("under a key of its own");
        submit(first);
        assertThat(first.run("trials", "take-key", PracticeTrial.ID, typed).exit())
                .as("its own key may be typed in again")
                .isZero();
    }

    /** Sends in spite of what the check says, with a reason for each. */
    private void submit(Terminal terminal) {
        List<Object> reasons = new ArrayList<>();
        terminal.submit(images, trial).codes().forEach(code -> reasons.addAll(List.of("--reason", code + "=a test")));
        Answer sent = terminal.submit(images, trial, reasons.toArray());
        assertThat(sent.json().get("submission").isNull())
                .as(sent.out() + sent.err())
                .isFalse();
    }
}

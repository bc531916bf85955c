// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process as a person would in a terminal, each on the same data folder. */
public final class Terminal {
    private final Path home;

    public Terminal(Path home) {
        this.home = home;
    }

    /** What a command printed, and how it ended. */
    public record Answer(int exit, String out, String err) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        /** The codes of the findings. */
        List<String> codes() {
            return json().get("findings")
                    .valueStream()
                    .map(finding -> finding.get("code").asString())
                    .toList();
        }
    }

    public Answer run(Object... words) {
        return watched(new ByteArrayOutputStream(), words);
    }

    /** De-identifies for the subject and the visit of the practice disc. */
    Answer deidentify(Path source, Path trial, Path out, Object... more) {
        List<Object> words = new ArrayList<>(List.of("deidentify", source, "--trial", trial, "--out", out, "--json"));
        words.addAll(List.of("--subject", PracticeTrial.DISC_SUBJECT, "--visit", PracticeTrial.DISC_VISIT));
        words.addAll(List.of(more));
        return run(words.toArray());
    }

    /** Submits for the subject and the visit of the practice disc. */
    Answer submit(Path source, Path trial, Object... more) {
        List<Object> words = new ArrayList<>(List.of("submit", source, "--trial", trial, "--json"));
        words.addAll(List.of("--subject", PracticeTrial.DISC_SUBJECT, "--visit", PracticeTrial.DISC_VISIT));
        words.addAll(List.of(more));
        return run(words.toArray());
    }

    /** Runs a command; what is said on standard error can be watched meanwhile. */
    Answer watched(ByteArrayOutputStream err, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Words.english());
        List<String> arguments = new ArrayList<>(List.of("--home", home.toString()));
        for (Object word : words) {
            arguments.add(word.toString());
        }
        int exit = CommandLineStart.run(arguments, null, console, Map.of("TRIALCOURIER_KEYS", "file"));
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

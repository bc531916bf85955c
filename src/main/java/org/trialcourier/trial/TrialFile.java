// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads trial files. A bad file gives every mistake at once, each with its JSON path. */
public final class TrialFile {
    /** Larger files are no trial files. */
    public static final int MAX_BYTES = 64 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TrialFile() {}

    /** Reads a copy of a trial file whose rules were checked before. */
    public static Trial read(Path file) throws ProblemException {
        return read(file, RuleCheck.CHECKED_BEFORE);
    }

    /**
     * Reads a trial file from disk.
     *
     * @param rules says what is wrong with the rules of de-identification
     * @throws ProblemException with {@link Problem.Unreadable} or {@link Problem.BadFile}
     */
    public static Trial read(Path file, RuleCheck rules) throws ProblemException {
        byte[] content;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw bad(file.toString(), List.of(new Mistake("$", "is too large for a trial file")));
            }
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(file.toString(), why(file, e)), e);
        }
        return read(file.toString(), content, rules);
    }

    /** Reads a copy of a trial file whose rules were checked before. */
    public static Trial read(String name, byte[] content) throws ProblemException {
        return read(name, content, RuleCheck.CHECKED_BEFORE);
    }

    /** Reads a trial file that came from a server; {@code name} says which one in a {@link Problem.BadFile}. */
    public static Trial read(String name, byte[] content, RuleCheck rules) throws ProblemException {
        List<Mistake> mistakes = new ArrayList<>();
        JsonNode root = parse(content, mistakes);
        Trial trial = null;
        if (root != null) {
            trial = new TrialReader(mistakes, new String(content, StandardCharsets.UTF_8)).read(root);
        }
        if (trial != null) {
            List<String> known = mistakes.stream().map(Mistake::path).toList();
            for (Mistake wrong : rules.mistakes(trial.deidentification())) {
                if (known.stream().noneMatch(path -> path.startsWith(wrong.path()))) {
                    mistakes.add(wrong);
                }
            }
        }
        if (trial == null || !mistakes.isEmpty()) {
            throw bad(name, mistakes);
        }
        return trial;
    }

    private static @Nullable JsonNode parse(byte[] content, List<Mistake> mistakes) {
        try {
            JsonNode root = MAPPER.readTree(content);
            if (root != null && !root.isMissingNode()) {
                return root;
            }
            mistakes.add(new Mistake("$", "is empty"));
        } catch (JacksonException e) {
            var spot = e.getLocation();
            String place = spot == null || spot.getLineNr() < 1
                    ? ""
                    : " (line " + spot.getLineNr() + ", column " + spot.getColumnNr() + ")";
            mistakes.add(new Mistake("$", "is no valid JSON" + place + ": " + firstLine(e.getOriginalMessage())));
        }
        return null;
    }

    private static ProblemException bad(String name, List<Mistake> mistakes) {
        return new ProblemException(new Problem.BadFile(name, mistakes));
    }

    private static String why(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : e.getClass().getSimpleName();
    }

    private static String why(Path file, IOException e) {
        return Files.isDirectory(file) ? "it is a folder, not a trial file" : why(e);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
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
        return read(file.toString(), GivenFile.read(file, MAX_BYTES, "$"), rules);
    }

    /** Reads a copy of a trial file whose rules were checked before. */
    public static Trial read(String name, byte[] content) throws ProblemException {
        return read(name, content, RuleCheck.CHECKED_BEFORE);
    }

    /** Reads a trial file that came from a server; {@code name} says which one in a {@link Problem.BadFile}. */
    public static Trial read(String name, byte[] content, RuleCheck rules) throws ProblemException {
        List<Mistake> mistakes = new ArrayList<>();
        String text = text(content, mistakes);
        JsonNode root = text == null ? null : parse(text, mistakes);
        Trial trial = null;
        if (root != null && text != null) {
            trial = new TrialReader(mistakes, text).read(root);
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

    /** The names of the parts of a trial file (visits, subjects, form …) that differ between two good copies. */
    public static List<String> changedParts(String before, String after) {
        JsonNode old = MAPPER.readTree(before);
        JsonNode now = MAPPER.readTree(after);
        Set<String> names = new TreeSet<>(old.propertyNames());
        names.addAll(now.propertyNames());
        return names.stream()
                .filter(name -> !old.path(name).equals(now.path(name)))
                .toList();
    }

    /** JSON between programs is UTF-8 (RFC 8259, 8.1); a byte order mark is passed over. */
    private static @Nullable String text(byte[] content, List<Mistake> mistakes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException notUtf8) {
            // Told below, as text in two bytes a character is.
        }
        mistakes.add(new Mistake("$", "is no text in UTF-8"));
        return null;
    }

    private static @Nullable JsonNode parse(String text, List<Mistake> mistakes) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root != null && !root.isMissingNode()) {
                return root;
            }
            mistakes.add(new Mistake("$", "is empty"));
        } catch (JacksonException e) {
            var spot = e.getLocation();
            String place = spot == null || spot.getLineNr() < 1
                    ? ""
                    : " (line " + spot.getLineNr() + ", column " + spot.getColumnNr() + ")";
            mistakes.add(new Mistake(
                    "$",
                    e instanceof StreamConstraintsException
                            ? "holds a number or a text that is too long, or is nested too deeply" + place
                            : "is no valid JSON" + place + ": " + firstLine(e.getOriginalMessage())));
        }
        return null;
    }

    private static ProblemException bad(String name, List<Mistake> mistakes) {
        return new ProblemException(new Problem.BadFile(name, mistakes));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceFirst(" \\([^()]*\\[Source: .*", "");
    }
}

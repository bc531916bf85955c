// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.DurableFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the settings. A file that cannot be read is set aside, never overwritten. */
public final class SettingsFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final InstantSource clock;

    /** Settings in that file, which need not exist. */
    public SettingsFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** What was read, and the problem where the file had to be set aside. */
    public record Loaded(Settings settings, Optional<Problem> problem) {}

    /** Reads the settings; defaults where there are none. */
    public Loaded load() throws ProblemException {
        if (!Files.exists(file)) {
            return new Loaded(Settings.defaults(), Optional.empty());
        }
        try {
            return new Loaded(complete(JSON.readTree(Files.readAllBytes(file))), Optional.empty());
        } catch (JacksonException unreadable) {
            return new Loaded(Settings.defaults(), Optional.of(new Problem.StoreDamaged(setAside())));
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** Writes the settings, so that a power cut leaves the old or the new ones, whole. */
    public void save(Settings settings) throws ProblemException {
        try {
            DurableFiles.replace(file, JSON.writeValueAsBytes(settings));
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static Settings complete(JsonNode read) {
        ObjectNode whole = JSON.valueToTree(Settings.defaults());
        read.propertyStream()
                .filter(field -> whole.has(field.getKey()) && !field.getValue().isNull())
                .forEach(field -> whole.set(field.getKey(), field.getValue()));
        return JSON.treeToValue(whole, Settings.class);
    }

    private String setAside() throws ProblemException {
        Path aside = file.resolveSibling(
                file.getFileName() + ".damaged-" + clock.instant().toEpochMilli());
        try {
            Files.move(file, aside);
            return aside.getFileName().toString();
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(aside.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}

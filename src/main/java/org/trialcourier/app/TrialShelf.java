// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.work.Sha256;

/** The last good copy of each trial of this workstation, one file a trial and site. */
public final class TrialShelf {
    private final Path folder;

    TrialShelf(Path folder) {
        this.folder = folder;
    }

    /** Reads a trial file and keeps a copy; an earlier copy of the same trial and site is replaced, with its ETag. */
    public Trial keep(Path file) throws ProblemException {
        Trial trial = TrialFile.read(file);
        Path kept = file(trial.id(), trial.site().id());
        try {
            if (!Files.exists(kept) || !Files.readString(kept).equals(trial.json())) {
                write(kept, trial.json());
                Files.deleteIfExists(beside(kept));
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(kept.toString(), String.valueOf(e.getMessage())), e);
        }
        return trial;
    }

    /**
     * Keeps a copy that a server sent.
     *
     * @param tag its ETag, or an empty string
     * @param at when it came
     */
    public void keep(Trial trial, String tag, Instant at) throws ProblemException {
        write(file(trial.id(), trial.site().id()), trial.json());
        write(origin(trial), tag + "\n" + at + "\n");
    }

    /** Where a copy came from a server: its ETag and when it was last known to hold. */
    public record Origin(String tag, Instant at) {}

    /** Notes that a copy was still the server's at that moment. */
    public void confirmed(Trial trial, Instant at) throws ProblemException {
        Optional<Origin> known = origin(trial.id(), trial.site().id());
        write(origin(trial), known.map(Origin::tag).orElse("") + "\n" + at + "\n");
    }

    /** Where the copy of a trial came from; empty where it was opened from a file. */
    public Optional<Origin> origin(String trial, String site) throws ProblemException {
        Path beside = beside(file(trial, site));
        try {
            if (!Files.exists(beside)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(beside);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Origin(lines.get(0), Instant.parse(lines.get(1))));
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(beside.toString(), String.valueOf(e.getMessage())), e);
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private Path origin(Trial trial) {
        return beside(file(trial.id(), trial.site().id()));
    }

    private static Path beside(Path copy) {
        return copy.resolveSibling(copy.getFileName() + ".origin");
    }

    private static void write(Path file, String text) throws ProblemException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** The trial of that id at that site. */
    public Optional<Trial> find(String trial, String site) throws ProblemException {
        Path kept = file(trial, site);
        return Files.exists(kept) ? Optional.of(TrialFile.read(kept)) : Optional.empty();
    }

    /** All trials, by name. */
    public List<Trial> all() throws ProblemException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(folder.toString(), String.valueOf(e.getMessage())), e);
        }
        List<Trial> trials = new ArrayList<>();
        for (Path file : files) {
            trials.add(TrialFile.read(file));
        }
        return trials;
    }

    private Path file(String trial, String site) {
        String readable = (trial + "." + site).replaceAll("[^A-Za-z0-9._-]", "_");
        String exact = Sha256.hex((trial + "\n" + site).getBytes(StandardCharsets.UTF_8))
                .substring(0, 8);
        return folder.resolve(readable + "." + exact + ".json");
    }
}

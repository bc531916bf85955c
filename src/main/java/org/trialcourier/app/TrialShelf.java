// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.submit.TrialRules;
import org.trialcourier.trial.Rosters;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.work.DurableFiles;
import org.trialcourier.work.Sha256;

/**
 * The last good copy of each trial of this workstation, one file a trial and site; beside it where it came from, and the
 * subjects that were brought in from an EDC export, which no newer copy from the server takes away.
 */
public final class TrialShelf {
    private static final String ORIGIN = ".origin";
    private static final String ROSTER = ".roster";

    private final Path folder;

    TrialShelf(Path folder) {
        this.folder = folder;
    }

    /** Reads a trial file and keeps a copy; an earlier copy of the same trial and site is replaced, with its ETag. */
    public Trial keep(Path file) throws ProblemException {
        return keep(TrialFile.read(file, TrialRules::mistakes));
    }

    /** Keeps a copy of what was read from a file. */
    Trial keep(Trial trial) throws ProblemException {
        PracticeStaysHere.check(trial);
        Path kept = file(trial.id(), trial.site().id());
        if (!text(kept).equals(Optional.of(trial.json()))) {
            write(kept, trial.json());
            delete(beside(kept, ORIGIN));
        }
        return trial;
    }

    /** Keeps a copy that a server sent. */
    void keep(Trial trial, TrialOrigin origin) throws ProblemException {
        PracticeStaysHere.check(trial);
        write(file(trial.id(), trial.site().id()), trial.json());
        confirmed(trial, origin);
    }

    /** Notes what a server last said of a copy. */
    void confirmed(Trial trial, TrialOrigin origin) throws ProblemException {
        write(beside(file(trial.id(), trial.site().id()), ORIGIN), origin.text());
    }

    /** Where the copy of a trial came from; empty where it was opened from a file. */
    public Optional<TrialOrigin> origin(String trial, String site) throws ProblemException {
        return text(beside(file(trial, site), ORIGIN))
                .flatMap(text -> TrialOrigin.of(text.lines().toList()));
    }

    /** Keeps subjects of an EDC export beside a trial's copy; the next import replaces them. */
    Trial enrol(Trial trial, List<Subject> subjects) throws ProblemException {
        Trial merged = Rosters.merge(trial, subjects);
        write(beside(file(trial.id(), trial.site().id()), ROSTER), Rosters.text(subjects));
        return merged;
    }

    /** The subjects that EDC exports brought in so far. */
    List<Subject> enrolled(Trial trial) throws ProblemException {
        return text(beside(file(trial.id(), trial.site().id()), ROSTER))
                .map(Rosters::subjects)
                .orElse(List.of());
    }

    /** The trial of that id at that site. */
    public Optional<Trial> find(String trial, String site) throws ProblemException {
        Path kept = file(trial, site);
        return Files.exists(kept) ? Optional.of(read(kept)) : Optional.empty();
    }

    /** The text of the kept copy of a trial, without the subjects of EDC exports; empty where there is none. */
    Optional<String> copy(Trial trial) throws ProblemException {
        return text(file(trial.id(), trial.site().id()));
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
            trials.add(read(file));
        }
        return trials;
    }

    /** Takes a trial off this workstation; its key stays, so that the same images are known again if it comes back. */
    void remove(Trial trial) throws ProblemException {
        Path kept = file(trial.id(), trial.site().id());
        delete(kept);
        delete(beside(kept, ORIGIN));
        delete(beside(kept, ROSTER));
    }

    private static Trial read(Path kept) throws ProblemException {
        Trial trial = TrialFile.read(kept);
        Optional<String> roster = text(beside(kept, ROSTER));
        return roster.isEmpty() ? trial : Rosters.merge(trial, Rosters.subjects(roster.get()));
    }

    private static Optional<String> text(Path file) throws ProblemException {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static void write(Path file, String text) throws ProblemException {
        try {
            DurableFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static void delete(Path file) throws ProblemException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static Path beside(Path copy, String kind) {
        return copy.resolveSibling(copy.getFileName() + kind);
    }

    private Path file(String trial, String site) {
        String readable = (trial + "." + site).replaceAll("[^A-Za-z0-9._-]", "_");
        String exact = Sha256.hex((trial + "\n" + site).getBytes(StandardCharsets.UTF_8))
                .substring(0, 8);
        return folder.resolve(readable + "." + exact + ".json");
    }
}

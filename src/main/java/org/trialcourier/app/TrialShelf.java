// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** Reads a trial file and keeps a copy; an earlier copy of the same trial and site is replaced. */
    public Trial keep(Path file) throws ProblemException {
        Trial trial = TrialFile.read(file);
        Path kept = file(trial.id(), trial.site().id());
        Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
        try {
            Files.writeString(fresh, trial.json());
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(kept.toString(), String.valueOf(e.getMessage())), e);
        }
        return trial;
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

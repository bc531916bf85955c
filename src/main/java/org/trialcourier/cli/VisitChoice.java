// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.util.List;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.TrialRules;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which images are for whom. */
final class VisitChoice {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folders, files, ZIPs with images.")
    private List<Path> paths = List.of();

    @Option(names = "--trial", required = true, paramLabel = "FILE", description = "The trial file.")
    private Path trialFile = Path.of("");

    @Option(names = "--subject", required = true, paramLabel = "ID", description = "The subject's id in the trial.")
    private String subject = "";

    @Option(names = "--visit", required = true, paramLabel = "ID", description = "The visit's id in the trial.")
    private String visit = "";

    @Mixin
    private PixelChoice pixels = new PixelChoice();

    List<Path> paths() {
        return paths;
    }

    Path trialFile() {
        return trialFile;
    }

    /** Reads the trial, then the images: a wrong trial, subject or visit is told before a long scan. */
    Draft draft(Console console) throws ProblemException, InterruptedException {
        Trial trial = TrialFile.read(trialFile, TrialRules::mistakes);
        var chosenSubject = trial.subject(subject);
        var chosenVisit = trial.visit(visit);
        Catalog images = new Sources(console).images(paths);
        return Draft.of(trial, chosenSubject, chosenVisit, images).withPixels(pixels.plan());
    }
}

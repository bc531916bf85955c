// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trialcourier.app.Scans;
import org.trialcourier.dicom.Phi;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.LeftOut;
import org.trialcourier.scan.ScanListener;

/** Scans the paths given to a command. */
final class Sources {
    private final Console console;

    Sources(Console console) {
        this.console = console;
    }

    /** Scans; a path that is not there or may not be read ends the command. */
    Catalog scan(List<Path> paths) throws ProblemException, InterruptedException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ProblemException(
                        new Problem.Unreadable(path.toString(), console.words().say("cli.no-such-path")));
            }
            if (!Files.isReadable(path)) {
                throw new ProblemException(
                        new Problem.Unreadable(path.toString(), console.words().say("cli.no-right")));
            }
        }
        try (ProgressLine line = new ProgressLine(console)) {
            return Scans.scan(paths, line.progress(), ScanListener.none());
        }
    }

    /** Scans for images to work with: says what was left out, and ends the command where there is none. */
    Catalog images(List<Path> paths) throws ProblemException, InterruptedException {
        Catalog catalog = scan(paths);
        for (LeftOut leftOut : catalog.leftOut()) {
            if (leftOut.reason() == LeftOut.Reason.DAMAGED || leftOut.reason() == LeftOut.Reason.UNREADABLE) {
                console.say(console.words()
                        .say(Phrase.of("cli.left-out.damaged", leftOut.path().reveal(), leftOut.explanation())));
            }
        }
        if (!catalog.leftOut().isEmpty()) {
            console.say(
                    console.words().say("cli.left-out.count", catalog.leftOut().size(), catalog.files()));
        }
        if (!catalog.missing().isEmpty()) {
            console.say(
                    console.words().say("cli.scan.missing", catalog.missing().size()));
            catalog.missing().stream().map(Phi::reveal).forEach(name -> console.say("  " + name));
        }
        if (catalog.patients().isEmpty()) {
            throw new ProblemException(new Problem.NoImages(catalog.files(), catalog.losses()));
        }
        return catalog;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trialcourier.problem.Problem;
import org.trialcourier.scan.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the studies below some paths, and every file that is none of theirs. */
@Command(name = "scan", description = "Lists studies and series, and every file left out with its reason.")
final class ScanCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folders, files, ZIPs.")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    ScanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        long start = System.nanoTime();
        Catalog catalog = new Sources(console).scan(paths);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (json) {
            console.json(CatalogView.document(catalog, seconds));
        } else {
            CatalogView.lines(catalog, console.words()).forEach(console::print);
        }
        if (catalog.patients().isEmpty()) {
            console.problem(new Problem.NoImages(catalog.files(), catalog.losses()));
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }
}

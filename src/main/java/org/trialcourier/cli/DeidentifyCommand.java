// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.check.Finding;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.FolderExport;
import org.trialcourier.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes de-identified files into a folder. */
@Command(name = "deidentify", description = "Writes the de-identified files; what is held back is listed, not written.")
final class DeidentifyCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private VisitChoice choice = new VisitChoice();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files are written.")
    private Path out = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Also writes old and new UIDs and patient ids as CSV. This file identifies patients.")
    private @Nullable Path mapping;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    DeidentifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            refuseInside(app.folder().home(), mapping);
            refuseInside(app.folder().home(), out);
            refuseAmongImages(choice.paths(), out);
            Draft draft = choice.draft(console);
            FolderExport.Report report;
            List<Finding> findings = List.of();
            try (ProgressLine line = new ProgressLine(console)) {
                findings = app.submissions().findings(draft, line.progress());
                report = app.submissions().export(draft, findings, out, mapping != null, line.progress());
            } catch (ProblemException refused) {
                if (json && refused.problem() instanceof Problem.SeveralPeople) {
                    console.json(document(FolderExport.Report.NOTHING, findings));
                }
                throw refused;
            }
            app.acts()
                    .exportedImages(
                            draft.trial(),
                            draft.subject().id(),
                            draft.visit().id(),
                            report.written().size());
            if (mapping != null) {
                write(mapping, report.mapping());
            }
            if (json) {
                console.json(document(report, findings));
            } else {
                tell(console, report, findings);
            }
            if (!report.complete()) {
                console.say(console.words()
                        .say("cli.deidentify.held-count", report.held().size()));
            }
            return report.complete() ? ExitCode.DONE : ExitCode.HELD;
        }
    }

    private static Map<String, Object> document(FolderExport.Report report, List<Finding> findings) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("written", report.written());
        document.put("bytes", report.bytes());
        document.put(
                "held",
                report.held().entrySet().stream()
                        .map(held -> Map.of(
                                "path", held.getKey(), "reason", Words.english().say(held.getValue())))
                        .toList());
        document.put("findings", FindingView.documents(findings));
        return document;
    }

    private void tell(Console console, FolderExport.Report report, List<Finding> findings) {
        Words words = console.words();
        console.print(words.say("cli.deidentify.done", report.written().size(), out));
        report.held()
                .forEach((path, reason) -> console.print(words.say("cli.deidentify.held", path, words.say(reason))));
        FindingView.lines(findings, words).forEach(console::say);
    }

    /** Nothing that identifies a patient is kept in the data folder, on nobody's request. */
    private static void refuseInside(Path home, @Nullable Path file) throws ProblemException {
        if (file != null && file.toAbsolutePath().normalize().startsWith(home)) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), "why.inside-data-folder"));
        }
    }

    /** What was written by an earlier run would be read as if it were the patient's. */
    private static void refuseAmongImages(List<Path> sources, Path out) throws ProblemException {
        Path folder = out.toAbsolutePath().normalize();
        for (Path source : sources) {
            if (Files.isDirectory(folder)
                    && folder.startsWith(source.toAbsolutePath().normalize())
                    && !isEmpty(folder)) {
                throw new ProblemException(new Problem.Unwritable(out.toString(), "why.inside-sources"));
            }
        }
    }

    private static boolean isEmpty(Path folder) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreadable(folder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static void write(Path file, Map<String, String> mapping) throws ProblemException {
        StringBuilder csv = new StringBuilder("id_old,id_new\r\n");
        mapping.forEach((before, after) ->
                csv.append(quoted(before)).append(',').append(quoted(after)).append("\r\n"));
        try {
            Files.writeString(file, csv);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9._-]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}

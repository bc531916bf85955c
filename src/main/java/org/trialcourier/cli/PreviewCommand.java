// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.trialcourier.app.App;
import org.trialcourier.check.Finding;
import org.trialcourier.deid.Preview;
import org.trialcourier.deid.PreviewRow;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Problem;
import org.trialcourier.submit.Draft;
import org.trialcourier.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what de-identification does to every attribute, and what the checks find. Writes nothing. */
@Command(name = "preview", description = "Shows what de-identification does; nothing is written or sent.")
final class PreviewCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private VisitChoice choice = new VisitChoice();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    PreviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            Draft draft = choice.draft(console);
            List<Finding> findings = app.submissions().findings(draft);
            Preview preview;
            try (ProgressLine line = new ProgressLine(console)) {
                preview = app.submissions().preview(draft, line.progress());
            }
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put(
                        "attributes",
                        preview.rows().stream().map(PreviewCommand::row).toList());
                document.put("findings", FindingView.documents(findings));
                document.put(
                        "held",
                        preview.refusals().stream()
                                .map(held -> Map.of(
                                        "number",
                                        held.number(),
                                        "reason",
                                        Words.english().say(held.reason())))
                                .toList());
                console.json(document);
            } else {
                preview.rows().forEach(row -> console.print(line(row)));
                FindingView.lines(findings, console.words()).forEach(console::print);
                if (!preview.refusals().isEmpty()) {
                    console.problem(new Problem.HeldBack(preview.refusals().stream()
                            .map(held -> new Problem.HeldImage(held.number(), held.reason()))
                            .toList()));
                }
            }
            return preview.refusals().isEmpty() ? ExitCode.DONE : ExitCode.HELD;
        }
    }

    private static Map<String, Object> row(PreviewRow row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tag", Tag.format(row.tag()));
        document.put("keyword", row.keyword());
        document.put("path", row.path());
        document.put("action", row.action().code());
        document.put("rule", row.rule());
        document.put("before", row.before().stream().map(Phi::reveal).toList());
        document.put("after", row.after());
        document.put("instances", row.instances());
        return document;
    }

    private static String line(PreviewRow row) {
        return String.format(
                Locale.ROOT,
                "%s %-32s %s  %s -> %s   [%s]",
                row.path(),
                row.keyword(),
                row.action().code(),
                shortened(row.before().stream().map(Phi::reveal).toList()),
                shortened(row.after()),
                row.rule());
    }

    private static String shortened(List<String> values) {
        String text = String.join(" | ", values.subList(0, Math.min(3, values.size())));
        String more = values.size() > 3 ? " … (" + values.size() + ")" : "";
        return (text.length() > 60 ? text.substring(0, 60) + "…" : text) + more;
    }
}

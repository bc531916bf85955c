// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks or exports the audit trail. */
@Command(name = "audit", description = "Checks the audit trail's hash chain, or exports the trail.")
final class AuditCommand {
    private final Session session;

    AuditCommand(Session session) {
        this.session = session;
    }

    @Command(name = "verify", description = "Checks that no entry was changed, removed, swapped or cut off.")
    int verify(@Option(names = "--json", description = "One JSON document on standard output.") boolean json)
            throws Exception {
        Console console = session.console();
        try (App app = openTrail()) {
            AuditReport report = app.verifyTrail();
            if (json) {
                console.json(report);
            } else if (report.intact()) {
                console.print(console.words().say("cli.audit.intact", report.entries()));
            } else {
                report.faults()
                        .forEach(fault -> console.print(console.words()
                                .say("audit.fault." + fault.kind().word(), fault.seq())));
            }
            List<Problem> damage = app.damage();
            damage.forEach(console::problem);
            return report.intact() && damage.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    @Command(name = "export", description = "Writes the trail as CSV, or as JSON.")
    int export(
            @Option(names = "--out", paramLabel = "FILE", description = "The file; standard output without it.")
                    @Nullable
                    Path file,
            @Option(names = "--json", description = "JSON in place of CSV (also by a name that ends in .json).")
                    boolean json,
            @Option(names = "--trial", paramLabel = "ID", description = "Only what concerns this trial.") @Nullable
                    String trial)
            throws Exception {
        try (App app = openTrail()) {
            boolean asJson = json || (file != null && file.toString().endsWith(".json"));
            if (file == null) {
                app.acts().exportTrail(session.console().out(), asJson, trial);
            } else {
                try (OutputStream out = Files.newOutputStream(file)) {
                    app.acts().exportTrail(out, asJson, trial);
                } catch (IOException e) {
                    throw new ProblemException(
                            new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Opens the program where there is a trail; where there is none, nothing is made. */
    private App openTrail() throws ProblemException {
        if (!App.hasTrail(session.options())) {
            throw new ProblemException(
                    new Problem.Unknown("audit-trail", session.options().home().toString()));
        }
        return session.open();
    }
}

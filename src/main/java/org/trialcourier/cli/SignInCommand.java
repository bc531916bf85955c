// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.SignIns;
import org.trialcourier.connect.DeviceSignIn;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.submit.TrialRules;
import org.trialcourier.trial.DestinationSpec.Kind;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs this workstation in at the receiver of a trial, or out of it. */
@Command(
        name = "sign-in",
        description =
                "Signs in at the receiver of a trial: by a code that is typed in a browser, or with the secret or "
                        + "token that the trial's platform gave.")
final class SignInCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--trial", required = true, paramLabel = "FILE", description = "The trial.")
    private Path trialFile = Path.of("");

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description =
                    "A file that holds the client's secret, or the token; without it TRIALCOURIER_CLIENT_SECRET or "
                            + "TRIALCOURIER_TOKEN is taken.")
    private @Nullable Path secretFile;

    @Option(names = "--out", description = "Forgets tokens and secrets of this trial.")
    private boolean out;

    SignInCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        // Forgetting must work with a file, too, whose rules would be refused.
        Trial trial = out ? TrialFile.read(trialFile) : TrialFile.read(trialFile, TrialRules::mistakes);
        String host = String.valueOf(trial.destination().url().getHost());
        try (App app = session.open()) {
            SignIns signIns = app.signIns();
            Kind kind = trial.destination().auth().kind();
            if (out) {
                signIns.signOut(trial);
                console.print(console.words().say("cli.sign-in.out", host));
            } else if (kind == Kind.NONE) {
                console.print(console.words().say("cli.sign-in.not-needed", host));
            } else {
                if (kind == Kind.DEVICE_CODE) {
                    byCode(console, signIns, trial);
                } else {
                    signIns.keep(trial, secret(kind, host));
                }
                console.print(console.words()
                        .say(Phrase.of("cli.sign-in.done", host, app.secrets().place())));
            }
            return ExitCode.DONE;
        }
    }

    private static void byCode(Console console, SignIns signIns, Trial trial)
            throws ProblemException, InterruptedException {
        DeviceSignIn begun = signIns.begin(trial);
        console.say(console.words().say("cli.sign-in.code", begun.address(), begun.userCode()));
        signIns.finish(trial, begun, new Progress());
    }

    private String secret(Kind kind, String host) throws ProblemException {
        String variable = kind == Kind.TOKEN ? "TRIALCOURIER_TOKEN" : "TRIALCOURIER_CLIENT_SECRET";
        String given = session.options().environment().getOrDefault(variable, "");
        if (secretFile != null) {
            try {
                given = Files.readString(secretFile);
            } catch (IOException e) {
                throw new ProblemException(
                        new Problem.Unreadable(
                                secretFile.toString(), e.getClass().getSimpleName()),
                        e);
            }
        }
        if (given.isBlank()) {
            throw new ProblemException(new Problem.SignInNeeded(host));
        }
        return given;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Examines the way to the receiver. So far it only says where secrets are kept. */
@Command(name = "doctor", description = "Examines the connection to the receiver (not yet; says where keys are kept).")
final class DoctorCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--trial", paramLabel = "FILE", description = "The trial whose receiver is examined.")
    private @Nullable Path trialFile;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Console console = session.console();
        try (App app = session.open()) {
            String place = app.secrets().place();
            if (json) {
                console.json(Map.of("examined", false, "trialGiven", trialFile != null, "secrets", place));
            } else {
                console.print(console.words().say("cli.doctor.secrets", place));
            }
            console.say(console.words().say("cli.doctor.not-yet"));
            return ExitCode.FAILED;
        }
    }
}

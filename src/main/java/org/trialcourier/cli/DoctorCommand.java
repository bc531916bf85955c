// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.connect.Examination;
import org.trialcourier.problem.Phrase;
import org.trialcourier.submit.TrialRules;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Examines the way to the receiver of a trial, or of every trial of this workstation. */
@Command(name = "doctor", description = "Examines the connection to the receiver.")
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
            Phrase place = app.secrets().place();
            List<Trial> trials =
                    trialFile == null ? app.trials().all() : List.of(TrialFile.read(trialFile, TrialRules::mistakes));
            List<Examination> examinations = new ArrayList<>();
            for (Trial trial : trials) {
                examinations.add(app.examine(trial));
            }
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("secrets", Words.english().say(place));
                document.put(
                        "destinations",
                        examinations.stream()
                                .map(each -> each.document(Words.english()::say))
                                .toList());
                console.json(document);
            } else {
                console.print(console.words().say(Phrase.of("cli.doctor.secrets", place)));
                examinations.forEach(examination -> console.print(examination.text(console.words()::say)));
            }
            if (trials.isEmpty()) {
                console.say(console.words().say("cli.doctor.no-trial"));
            }
            boolean healthy = !trials.isEmpty() && examinations.stream().allMatch(Examination::isHealthy);
            return healthy ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch.Result;

class RefreshTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void aTrialIsFetchedOnlyWhereItChangedAndTheLastGoodCopyGoesOn() throws Exception {
        Path offered = folder.resolve("offered").resolve("trial.json");
        Receiver receiver = Receiver.start(new ReceiverOptions(0, folder.resolve("receiver"), List.of(offered), CLOCK));
        URI tus = receiver.tusUrl();
        URI api = receiver.apiUrl();
        PracticeTrial.make(offered.getParent(), LocalDate.of(2026, 11, 22), tus, api);
        AppOptions options = new AppOptions(folder.resolve("home"), CLOCK, Locale.ENGLISH, Map.of(), false);
        try (App app = App.open(options)) {
            Trial trial = app.trials().keep(offered);
            assertThat(app.trials().origin(trial.id(), "001")).isEmpty();
            assertThat(app.joining().refresh(trial)).isInstanceOf(Result.Fresh.class);
            assertThat(app.joining().refresh(trial)).isInstanceOf(Result.Unchanged.class);

            Files.writeString(offered, Files.readString(offered).replace("001-0006", "001-0066"));
            assertThat(app.joining().refresh(trial)).isInstanceOf(Result.Fresh.class);
            assertThat(app.trials().find(trial.id(), "001").orElseThrow().subjects())
                    .anyMatch(subject -> subject.id().equals("001-0066"));

            Files.writeString(offered, Files.readString(offered).replace("\"day\" : 56", "\"day\" : \"x\""));
            assertThat(problem(app, trial)).isInstanceOf(Problem.BadFile.class);
            Files.delete(offered);
            assertThat(app.joining().refresh(trial)).isInstanceOf(Result.Withdrawn.class);
            assertThat(app.trials().origin(trial.id(), "001").orElseThrow().withdrawn())
                    .isTrue();
            receiver.close();
            assertThat(problem(app, trial)).isInstanceOf(Problem.Offline.class);

            assertThat(app.trials().find(trial.id(), "001")).isPresent();
            assertThat(app.trials().origin(trial.id(), "001").orElseThrow().at())
                    .isEqualTo(CLOCK.instant());
        }
    }

    private static Problem problem(App app, Trial trial) {
        return catchThrowableOfType(ProblemException.class, () -> app.joining().refresh(trial))
                .problem();
    }
}

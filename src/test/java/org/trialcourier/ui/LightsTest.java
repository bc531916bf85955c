// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.NewSubmission;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shell.Safety;
import org.trialcourier.ui.shell.ShellViewModel;
import org.trialcourier.work.DirectRunner;

/** Moments at which the light could speak of one queue while another still needs the disc, or was lost. */
class LightsTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/api/v1/");

    @TempDir
    private Path home;

    private AppOptions options() {
        return new AppOptions(home, Clock.systemDefaultZone(), Locale.ENGLISH, Map.of(), false);
    }

    private static ShellViewModel lights(Workplace place) {
        DirectRunner runner = new DirectRunner();
        QueueFeed own = new QueueFeed(
                runner, () -> place.app().queue().list(), place.app().clock());
        QueueFeed feed = new Lights(place).feed(own, runner);
        ShellViewModel shell = new ShellViewModel(feed);
        feed.look();
        return shell;
    }

    private static void queue(App app) throws ProblemException {
        NewSubmission images = new NewSubmission(UUID.randomUUID(), "T", "S", "014-0001", "W08", 3, 3_000, null);
        app.queue().add(images, new byte[1], "test");
    }

    @Test
    void whoPractisesIsToldThatTheDiscOfTheRealTrialMustStay() throws Exception {
        try (Worlds worlds = new Worlds(options())) {
            App real = worlds.real();
            Workplace practice = worlds.practise();
            assertThat(lights(practice).safety().get()).isEqualTo(Safety.SAFE);
            queue(real);
            ShellViewModel shell = lights(practice);
            assertThat(shell.safety().get()).isEqualTo(Safety.KEEP_DISC);
            assertThat(shell.isMoving()).as("closing asks, too").isTrue();
            assertThat(shell.waiting().get()).isEqualTo(1);
        }
    }

    /** Another process writes: what is read is what stood before, and never half of it. */
    @Test
    void aDatabaseThatAnotherProcessWritesToIsReadAllTheSame() throws Exception {
        try (Worlds worlds = new Worlds(options())) {
            queue(worlds.real());
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("trialcourier.db"))) {
                other.createStatement().execute("BEGIN IMMEDIATE");
                other.createStatement().execute("UPDATE submission SET state = 'RECEIVED'");
                other.createStatement().execute("UPDATE source SET needed = 0");
                assertThat(lights(worlds.practise()).safety().get()).isEqualTo(Safety.KEEP_DISC);
                other.createStatement().execute("COMMIT");
            }
            assertThat(lights(worlds.practise()).safety().get()).isEqualTo(Safety.SAFE);
        }
    }

    /** The board, the history and the light follow this feed: none of them may take what they do not see for nothing. */
    @Test
    void whereTheQueueCannotBeReadTheDeskOpensAndSaysWhy() throws Exception {
        try (App app = App.open(options())) {
            Path made = home.resolve("trial");
            app.joining().add(PracticeTrial.make(made, LocalDate.of(2026, 11, 27), NOWHERE, NOWHERE));
            queue(app);
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("trialcourier.db"))) {
            database.createStatement().executeUpdate("INSERT INTO schema_version VALUES (99, 0)");
        }
        try (Worlds worlds = new Worlds(options())) {
            Workplace place = worlds.last().orElseThrow();
            QueueFeed feed = new QueueFeed(
                    new DirectRunner(),
                    () -> place.app().queue().list(),
                    place.app().clock());
            ShellViewModel shell = new ShellViewModel(feed);
            feed.look();
            assertThat(shell.safety().get()).isEqualTo(Safety.UNREADABLE);
            assertThat(shell.unreadable().get()).isEqualTo(new Problem.StoreNewer());
            assertThat(feed.blind().get()).isTrue();
            assertThat(feed.of(place.trial()).blind().get()).isTrue();
        }
    }

    @Test
    void aQueueThatWasLostIsToldOfAtEachStartUntilItsFileIsTakenAway() throws Exception {
        try (App app = App.open(options())) {
            queue(app);
        }
        Files.write(home.resolve("trialcourier.db"), new byte[0]);
        for (int start = 0; start < 2; start++) {
            try (Worlds worlds = new Worlds(options())) {
                worlds.real();
                assertThat(worlds.practise().damage()).as("told once").hasSize(1);
            }
        }
        try (var files = Files.list(home)) {
            for (Path file : List.copyOf(files.toList())) {
                if (file.toString().contains(".damaged-")) {
                    Files.delete(file);
                }
            }
        }
        try (Worlds worlds = new Worlds(options())) {
            worlds.real();
            assertThat(worlds.practise().damage()).isEmpty();
        }
    }

    /** Only what a person chose was lost: no visit is in doubt. */
    @Test
    void aDamagedFileOfSettingsPutsNoVisitInDoubt() throws Exception {
        Files.writeString(home.resolve("settings.json"), "{");
        try (Worlds worlds = new Worlds(options())) {
            worlds.real();
            Workplace place = worlds.practise();
            assertThat(place.damage()).hasSize(1);
            assertThat(place.hasLost()).isFalse();
            assertThat(Words.english().of(place.damage().getFirst()).paragraph())
                    .contains("settings");
        }
    }
}

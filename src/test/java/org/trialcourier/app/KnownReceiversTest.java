// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.check.Finding;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Study;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.Selection;
import org.trialcourier.work.Progress;

class KnownReceiversTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final URI API = URI.create("https://receiver.test/api/v1/");

    @TempDir
    Path folder;

    @Test
    void theFirstKeyOfAReceiverIsKeptAlsoOverARestart() throws Exception {
        try (App app = app()) {
            assertThat(known(app, null).isOf(API, "one")).isTrue();
            assertThat(known(app, null).isOf(API, "two")).isFalse();
            assertThat(known(app, null).isOf(URI.create("https://other.test/api/v1/"), "two"))
                    .isTrue();
            assertThat(app.queue().audit().latest(5))
                    .anyMatch(entry -> entry.what().equals("receiver.key-first-seen")
                            && entry.details().containsValue("one"));
        }
        try (App app = app()) {
            assertThat(known(app, null).isOf(API, "two")).isFalse();
            assertThat(known(app, null).isOf(API, "one")).isTrue();
        }
    }

    @Test
    void theKeyThatTheTrialNamesCountsBeforeTheOneSeenFirst() throws Exception {
        try (App app = app()) {
            assertThat(known(app, null).isOf(API, "one")).isTrue();
            assertThat(known(app, "two").isOf(API, "one")).isFalse();
            assertThat(known(app, "two").isOf(API, "two")).isTrue();
        }
    }

    @Test
    void aReceiptOfAReceiverWithAnotherKeyHoldsTheSubmissionUntilTheTrialNamesThatKey() throws Exception {
        try (PracticeMode practice = PracticeMode.start(options())) {
            App app = practice.app();
            Submission queued = app.submissions().send(draft(practice), "a person");

            names(practice, "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=");
            Submission held = app.runner().runUntilSettled(queued.id(), new Progress(), waiting -> {});
            assertThat(held.state()).isEqualTo(State.HELD);
            assertThat(held.problem()).contains(new Problem.ReceiverKeyChanged("127.0.0.1"));
            assertThat(held.receipt()).isNull();

            names(practice, practice.receiverKey());
            app.queue().retry(queued.id(), "a person");
            assertThat(app.runner()
                            .runUntilSettled(queued.id(), new Progress(), waiting -> {})
                            .state())
                    .isEqualTo(State.RECEIVED);
        }
    }

    static Draft draft(PracticeMode practice) throws Exception {
        Catalog disc = new Scanner().scan(List.of(practice.disc()), new Progress(), ScanListener.none());
        Study ct = disc.patients().stream()
                .flatMap(patient -> patient.studies().stream())
                .filter(study -> study.modalities().contains("CT"))
                .findFirst()
                .orElseThrow();
        Draft draft = practice.draft(Selection.of(disc, (study, series) -> study.equals(ct)));
        Map<String, String> reasons = new TreeMap<>();
        for (Finding finding : practice.app().submissions().findings(draft)) {
            if (finding.needsReason()) {
                reasons.put(finding.code(), "for practice");
            }
        }
        return draft.withReasons(reasons);
    }

    /** The trial's server sends a new copy of the trial, with this key of the receiver. */
    private void names(PracticeMode practice, String key) throws Exception {
        Path file = folder.resolve("trial.json");
        Files.writeString(
                file,
                practice.trial()
                        .json()
                        .replace("\"type\" : \"tus\",", "\"type\" : \"tus\", \"receiverKey\" : \"" + key + "\","));
        practice.app().trials().keep(file);
    }

    private App app() throws Exception {
        return App.open(options());
    }

    private AppOptions options() {
        return new AppOptions(folder.resolve("home"), CLOCK, Locale.ENGLISH, Map.of(), false);
    }

    private static KnownReceivers known(App app, String named) throws Exception {
        return new KnownReceivers(app.secrets(), app.queue().audit(), "T", "001", named);
    }
}

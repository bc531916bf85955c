// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.check.Finding;
import org.trialcourier.check.NameWords;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.pixel.Box;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Study;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.Selection;
import org.trialcourier.trial.Trial;
import org.trialcourier.work.Progress;

/** Each act of a person, and each override, leaves an entry: who, when, what, old and new value, reason. */
class AuditedActsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Zurich"));

    @TempDir
    Path folder;

    private interface Act {
        void of(App app) throws Exception;
    }

    /** What must stand in the entry of an act. */
    private record Row(Act act, String what, Set<String> details) {}

    private Map<String, Row> table(Path file) throws Exception {
        Trial[] trial = new Trial[1];
        Map<String, Row> table = new LinkedHashMap<>();
        table.put(
                "a trial is joined",
                new Row(
                        app -> trial[0] = app.joining().add(file),
                        "trial.joined",
                        Set.of("from", "after", "trial", "site")));
        table.put(
                "its file is changed",
                new Row(
                        app -> {
                            Files.writeString(file, Files.readString(file).replace("Week 16", "Week sixteen"));
                            trial[0] = app.joining().add(file);
                        },
                        "trial.changed",
                        Set.of("before", "after", "changed", "from")));
        table.put(
                "subjects are brought in",
                new Row(
                        app -> app.joining().enrol(trial[0], odm()),
                        "trial.roster",
                        Set.of("subjects", "before", "after")));
        table.put("a PIN is chosen", new Row(app -> app.acts().choosePin("1234"), "pin.chosen", Set.of()));
        table.put("another PIN is chosen", new Row(app -> app.acts().choosePin("4711"), "pin.changed", Set.of()));
        table.put("a PIN is wrong", new Row(app -> app.acts().pinMatches("9999"), "pin.wrong", Set.of()));
        table.put(
                "a PIN is tried too often",
                new Row(
                        app -> {
                            for (int i = 0; i < 10; i++) {
                                try {
                                    app.acts().pinMatches("9999");
                                } catch (ProblemException refused) {
                                    return;
                                }
                            }
                        },
                        "pin.refused",
                        Set.of()));
        table.put(
                "a sign-in is forgotten",
                new Row(app -> app.signIns().signOut(trial[0]), "trial.signed-out", Set.of("trial", "site")));
        table.put("quiet hours", setting(app -> app.change(s -> s.withQuietHours("22:00-06:00"))));
        table.put("the limit", setting(app -> app.change(s -> s.withBytesPerSecond(1000))));
        table.put("the store's limit", setting(app -> app.change(s -> s.withSpoolLimitBytes(1000))));
        table.put("the proxy", setting(app -> app.change(s -> s.withProxy("none"))));
        table.put("authorities", setting(app -> app.change(s -> s.withCertificateAuthorities("ca.pem"))));
        table.put("notices", setting(app -> app.change(s -> s.withClosingNotices(false))));
        table.put(
                "the trail is exported",
                new Row(
                        app -> app.acts().exportTrail(new ByteArrayOutputStream(), true, trial[0].id()),
                        "audit.exported",
                        Set.of("entries", "trial")));
        table.put(
                "images are written into a folder",
                new Row(
                        app -> app.acts().exportedImages(trial[0], "001-0003", "W08", 7),
                        "images.exported",
                        Set.of("trial", "site", "subject", "visit", "instances")));
        table.put("a trial is left", new Row(app -> app.joining().remove(trial[0]), "trial.left", Set.of("trial")));
        return table;
    }

    private static Row setting(Act act) {
        return new Row(act, "settings.changed", Set.of("setting", "before", "after"));
    }

    @Test
    void eachActLeavesItsEntry() throws Exception {
        Path file = folder.resolve("trial.json");
        try (PracticeMode practice = PracticeMode.start(options())) {
            Files.writeString(file, practice.trial().json().replace("\"id\" : \"001\"", "\"id\" : \"002\""));
            App app = practice.app();
            for (Map.Entry<String, Row> each : table(file).entrySet()) {
                long before = app.queue().audit().head().seq();
                each.getValue().act().of(app);
                AuditEntry entry = app.queue().audit().latest(1).getFirst();
                assertThat(entry.seq()).as(each.getKey()).isGreaterThan(before);
                assertThat(entry.what())
                        .as(each.getKey())
                        .isEqualTo(each.getValue().what());
                assertThat(entry.details())
                        .as(each.getKey())
                        .containsKeys(each.getValue().details().toArray(new String[0]));
                assertThat(entry.who()).isEqualTo(app.user());
                assertThat(entry.time()).isEqualTo("2026-11-22T13:00:00+01:00");
            }
            app.change(settings -> settings.withTheme("dark"));
            assertThat(app.queue().audit().latest(1).getFirst().what()).isEqualTo("trial.left");
            // A hash may hold any four digits by chance.
            assertThat(all(app).replaceAll("[0-9a-f]{64}", ""))
                    .contains("visits")
                    .doesNotContain("9999", "4711", "1234");
            assertThat(app.verifyTrail().intact()).isTrue();
        }
    }

    @Test
    void whatWasOverriddenAnsweredCoveredAndSignedIsTheCoordinators() throws Exception {
        try (PracticeMode practice = PracticeMode.start(options())) {
            App app = practice.app();
            Draft draft = draft(practice);
            UUID id = app.submissions().send(draft, "Robin Coordinator").id();
            UUID later = app.submissions()
                    .send(draft.withReasons(reasons(app, draft)), "Robin Coordinator")
                    .id();
            app.queue().moveFirst(later, "Robin Coordinator");
            PatientIdentity patient = draft.instances().getFirst().place().patient();
            List<String> telling = new ArrayList<>(NameWords.of(patient.name().reveal()));
            assertThat(telling).hasSizeGreaterThan(1);
            telling.add(patient.id().reveal());
            for (String word : telling) {
                assertThatThrownBy(() -> app.answers().giveUp(later, "the file of Mrs " + word + "'s visit"))
                        .as(word)
                        .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                                .isEqualTo(new Problem.TypedIdentifier("place.reason", "identifier")));
            }
            assertThat(app.queue().get(later).state()).isEqualTo(State.QUEUED);
            app.answers().giveUp(later, " sent twice by mistake ");
            assertThat(app.runner()
                            .runUntilSettled(id, new Progress(), waiting -> {})
                            .state())
                    .isEqualTo(State.RECEIVED);
            Map<String, AuditEntry> last = new TreeMap<>();
            app.queue().audit().entries().forEach(entry -> last.put(entry.what(), entry));
            assertThat(last)
                    .containsKeys(
                            "submission.queued",
                            "submission.preparing",
                            "submission.sealed",
                            "submission.uploading",
                            "submission.verifying",
                            "submission.received",
                            "submission.cancelled",
                            "receiver.key-first-seen",
                            "receipt.kept");
            for (String what : List.of("reasons", "answers", "pixels", "signed")) {
                AuditEntry entry = last.get("submission." + what);
                assertThat(entry).as(what).isNotNull();
                assertThat(entry.who()).as(what).isEqualTo("Robin Coordinator");
                assertThat(entry.details()).containsEntry("submission", id.toString());
                assertThat(OffsetDateTime.parse(entry.time()).toInstant()).isEqualTo(CLOCK.instant());
            }
            assertThat(last.get("submission.reasons").details())
                    .containsValue("agreed with the core lab")
                    .containsEntry("name", "Robin Coordinator");
            assertThat(last.get("submission.answers").details())
                    .containsEntry("form.contrast", "yes")
                    .containsEntry("form.contrast-volume", "80");
            assertThat(last.get("submission.pixels").details())
                    .containsEntry("check", "burned-in")
                    .containsEntry("covers", "1")
                    .containsEntry("looked", "1")
                    .containsEntry("allowed", "2")
                    .containsEntry("name", "Robin Coordinator")
                    .hasEntrySatisfying("coveredSeries", uid -> assertThat(uid).startsWith("2.25."))
                    .hasEntrySatisfying("lookedSeries", uid -> assertThat(uid).startsWith("2.25."))
                    .hasEntrySatisfying("allowedSeries", uid -> assertThat(uid).startsWith("2.25."));
            assertThat(last).containsKey("submission.moved-first");
            assertThat(last.get("submission.cancelled").details())
                    .containsEntry("submission", later.toString())
                    .containsEntry("note", "sent twice by mistake");
            List<String> identifying = new ArrayList<>();
            draft.instances().stream().limit(1).forEach(image -> {
                identifying.add(image.place().patient().name().reveal().split("\\^", -1)[0]);
                identifying.add(image.place().patient().id().reveal());
                identifying.add(image.place().patient().birthDate().reveal());
                identifying.add(image.sopInstanceUid());
            });
            draft.images().studies().forEach(study -> identifying.add(study.uid()));
            assertThat(identifying).allMatch(value -> value.length() > 3);
            assertThat(all(app)).doesNotContainIgnoringCase(identifying.toArray(new String[0]));
        }
    }

    private static String all(App app) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        app.acts().exportTrail(out, true, null);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Draft draft(PracticeMode practice) throws Exception {
        Catalog disc = new Scanner().scan(List.of(practice.disc()), new Progress(), ScanListener.none());
        Study ct = disc.patients().stream()
                .flatMap(patient -> patient.studies().stream())
                .filter(study -> study.modalities().contains("CT"))
                .findFirst()
                .orElseThrow();
        List<String> series = ct.series().stream().map(each -> each.uid()).toList();
        PixelPlan pixels = new PixelPlan(
                List.of(new PixelPlan.Mask(new PixelPlan.OfSeries(series.getFirst()), List.of(new Box(0, 0, 20, 9)))),
                Set.of(series.getLast()),
                List.of(new PixelPlan.Mask(
                        new PixelPlan.OfSeries(series.getFirst()),
                        List.of(new Box(0, 20, 20, 9), new Box(0, 40, 20, 9)))));
        Trial trial = practice.trial();
        Draft draft = Draft.of(
                        trial,
                        trial.subject(PracticeTrial.DISC_SUBJECT),
                        trial.visit("W16"),
                        Selection.of(disc, (study, each) -> study.equals(ct)))
                .withPixels(pixels)
                .withForm(Map.of("contrast", "yes", "contrast-volume", "80"))
                .signedBy(new Draft.Signature("Robin Coordinator", "Study nurse", "This is complete."));
        return draft.withReasons(reasons(practice.app(), draft));
    }

    private static Map<String, String> reasons(App app, Draft draft) throws Exception {
        Map<String, String> reasons = new TreeMap<>();
        for (Finding finding : app.submissions().findings(draft)) {
            if (finding.needsReason()) {
                reasons.put(finding.code(), "agreed with the core lab");
            }
        }
        return reasons;
    }

    private Path odm() throws Exception {
        return Files.writeString(folder.resolve("export.xml"), """
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" ODMVersion="1.3.2"><ClinicalData StudyOID="S">
            <SubjectData SubjectKey="001-0777"/></ClinicalData></ODM>
            """);
    }

    private AppOptions options() {
        return new AppOptions(folder.resolve("home"), CLOCK, Locale.ENGLISH, Map.of(), false);
    }
}

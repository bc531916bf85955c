// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Phi;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Facts;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.LeftOut;
import org.trialcourier.scan.Patient;
import org.trialcourier.scan.PatientIdentity;
import org.trialcourier.scan.Place;
import org.trialcourier.scan.Series;
import org.trialcourier.scan.Source;
import org.trialcourier.scan.Study;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;

/** Fictional data for the tests of screens. */
public final class Samples {
    /** The moment at which all tests of screens happen. */
    public static final Instant NOW = Instant.parse("2026-11-22T16:50:00Z");

    private static final String TRIAL = """
        {"schema": 1,
         "trial": {"id": "FICTION-1", "name": "Fiction 1", "sponsor": "Example Pharma"},
         "site": {"id": "014", "name": "Fictional Hospital", "timeZone": "UTC"},
         "destination": {"type": "tus", "url": "http://127.0.0.1:9/files/", "api": "http://127.0.0.1:9/api/v1/"},
         "visits": [{"id": "BL", "name": "Baseline", "day": 0, "before": 14, "after": 0, "requires": ["CT"]},
                    {"id": "W08", "name": "Week 8", "day": 56, "before": 7, "after": 7, "requires": ["CT"]},
                    {"id": "W16", "name": "Week 16", "day": 112, "before": 7, "after": 7, "requires": []}],
         "imaging": [{"id": "CT", "name": "CT chest", "modality": "CT", "series": []}],
         "subjects": [
           {"id": "014-0001", "sex": "F", "birthYear": 1961, "day0": "2026-09-25", "visits": {"BL": {"status": "received"}}},
           {"id": "014-0002", "sex": "M", "birthYear": 1950, "day0": "2026-07-01"},
           {"id": "014-0003"}],
         "form": [
           {"id": "contrast", "label": "Contrast given?", "type": "yes-no", "required": true},
           {"id": "amount", "label": "How much?", "type": "number", "unit": "ml", "min": 1, "max": 200,
            "required": true, "when": {"field": "contrast", "equals": "yes"}}]}
        """;

    private Samples() {}

    /** The clock of all tests. */
    public static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** A trial with three subjects and three visits. */
    public static Trial trial() {
        try {
            return TrialFile.read("trial.json", TRIAL.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            throw new IllegalStateException(String.valueOf(e.problem()), e);
        }
    }

    /** A place in a CT or MR study. */
    public static Place place(String patient, String study, String date, String series, String modality) {
        return new Place(
                new PatientIdentity(
                        Phi.of("TEST-" + patient), Phi.of(patient + "^Fictional"), Phi.of(""), Phi.of(""), "F"),
                study,
                Phi.of(date),
                Phi.of("101500"),
                Phi.of("Chest"),
                series,
                modality,
                Phi.of("Axial " + series),
                Phi.of("1"));
    }

    /** One image there. */
    public static Instance instance(Place place, int number) {
        return new Instance(
                new Source.File(Path.of("disc", place.seriesUid() + "-" + number)),
                place,
                "1.2.840.10008.5.1.4.1.1.2",
                place.seriesUid() + "." + number,
                "1.2.840.10008.1.2.1",
                1,
                500_000,
                Instance.Numbering.NONE,
                null,
                Facts.NONE,
                false);
    }

    /** A catalog with a patient for each name, each with a CT study of that date with two series of three images. */
    public static Catalog catalog(String date, String... patients) {
        List<Patient> all = new ArrayList<>();
        for (String name : patients) {
            List<Series> series = new ArrayList<>();
            for (String uid : List.of("1", "2")) {
                Place place = place(name, "9." + name.hashCode(), date, name.hashCode() + "." + uid, "CT");
                List<Instance> images = List.of(instance(place, 1), instance(place, 2), instance(place, 3));
                series.add(new Series(place.seriesUid(), "CT", place.seriesDescription(), Phi.of(uid), images));
            }
            Place first = series.getFirst().instances().getFirst().place();
            Study study =
                    new Study(first.studyUid(), first.studyDate(), first.studyTime(), first.studyDescription(), series);
            all.add(new Patient(first.patient(), List.of(study)));
        }
        return new Catalog(
                all,
                List.of(new LeftOut(
                        Phi.of("disc/AUTORUN.INF"), LeftOut.Reason.OTHER_FILE, Phrase.of("left-out.viewer"))),
                patients.length * 6 + 1);
    }

    /** A submission in some state, half of it sent. */
    public static Submission submission(String subject, String visit, State state) {
        return submission(
                UUID.nameUUIDFromBytes((subject + visit).getBytes(StandardCharsets.UTF_8)),
                subject,
                visit,
                state,
                500,
                2,
                null);
    }

    /** A submission with more said about it. */
    public static Submission submission(
            UUID id, String subject, String visit, State state, long sent, int parts, @Nullable Problem problem) {
        return new Submission(
                id,
                "FICTION-1",
                "014",
                subject,
                visit,
                state,
                Optional.ofNullable(problem),
                Optional.empty(),
                6,
                1000,
                sent,
                parts,
                parts > 0 ? "ab".repeat(32) : "",
                NOW.minusSeconds(600),
                NOW.minusSeconds(60),
                null,
                0,
                null,
                null,
                state == State.PAUSED ? NOW.plusSeconds(86_400) : null);
    }
}

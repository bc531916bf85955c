// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.Problem.Mistake;
import org.trialcourier.problem.ProblemException;

class TrialFileTest {
    static final String GOOD = """
        {
          "schema": 1, "unknownField": {"kept": [1, 2.50]},
          "trial": {"id": "LUMEN-301", "name": "Lumen 301", "sponsor": "Example Pharma", "coordinatingCenter": "Core Lab"},
          "site": {"id": "014", "name": "University Hospital", "timeZone": "Europe/Zurich"},
          "destination": {"type": "tus", "url": "https://example.org/files/", "api": "https://example.org/api/v1/",
            "auth": {"type": "device-code", "issuer": "https://example.org/"}},
          "deidentification": {"options": ["CleanPixelData", "RetainLongitudinalModifiedDates"],
            "rules": [{"tag": "PatientAge", "action": "K"}], "dateShiftDays": 365},
          "visits": [{"id": "BL", "name": "Baseline", "day": 0, "before": 14, "after": 0, "requires": ["CT-CHEST"]},
            {"id": "W08", "name": "Week 8", "day": 56, "before": 7, "after": 7, "requires": ["CT-CHEST"]},
            {"id": "UNS", "name": "Unscheduled"}],
          "imaging": [{"id": "CT-CHEST", "name": "CT chest", "modality": "CT", "series": [
            {"name": "Axial, thin", "min": 1, "match": {"SeriesDescription": "(?i)thin|lung"},
             "limits": [{"tag": "SliceThickness", "max": 2.5}, {"tag": "KVP", "min": 100, "max": 140},
                        {"geometry": "no-missing-slices"}, {"count": "instances", "min": 100},
                        {"tag": "DiffusionBValue", "covers": [0, 50, 800]}]}]}],
          "subjects": [{"id": "014-0007", "sex": "F", "birthYear": 1961, "day0": "2026-09-01",
            "visits": {"BL": {"status": "received"}}}, {"id": "014-0008"}],
          "form": [{"id": "contrast", "label": "Contrast given?", "type": "choice", "choices": ["yes", "no"], "required": true},
            {"id": "volume", "label": "How much?", "type": "number", "unit": "ml", "min": 1, "max": 300,
             "when": {"field": "contrast", "equals": "yes"}}]
        }
        """;

    @Test
    void readsEverythingOfAGoodFile() throws Exception {
        Trial trial = read(GOOD);
        assertThat(trial.id()).isEqualTo("LUMEN-301");
        assertThat(trial.site().timeZone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(trial.destination().auth().kind()).isEqualTo(DestinationSpec.Kind.DEVICE_CODE);
        assertThat(trial.deidentification().rules()).containsExactly(new Deidentification.Rule("PatientAge", "K"));
        assertThat(trial.visit("W08").day()).isEqualTo(OptionalInt.of(56));
        assertThat(trial.visit("UNS").day()).isEmpty();
        assertThat(trial.requiredAt(trial.visit("BL"))).extracting(Imaging::id).containsExactly("CT-CHEST");
        List<Limit> limits = trial.imaging().getFirst().series().getFirst().limits();
        assertThat(limits.get(1))
                .isEqualTo(new Limit.OfAttribute(
                        "KVP", OptionalDouble.of(100), OptionalDouble.of(140), List.of(), List.of()));
        assertThat(limits.get(2)).isEqualTo(new Limit.OfGeometry(Limit.Geometry.NO_MISSING_SLICES));
        assertThat(limits.get(4))
                .isEqualTo(new Limit.OfAttribute(
                        "DiffusionBValue",
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of(),
                        List.of("0", "50", "800")));
        Subject subject = trial.subject("014-0007");
        assertThat(subject.day0()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(subject.visits().get("BL").status()).isEqualTo(SubjectVisit.Status.RECEIVED);
        assertThat(trial.form().get(1).when()).isEqualTo(new FormField.Condition("contrast", "yes"));
        assertThat(trial.json()).contains("unknownField", "2.50");
    }

    @Test
    void namesAllMistakesOfAFileAtOnce() {
        String bad = GOOD.replace("\"day\": 56", "\"day\": \"56\"")
                .replace("https://example.org/files/", "http://example.org/files/")
                .replace("\"014-0008\"", "\"014-0007\"")
                .replace("Europe/Zurich", "Europe/Zuerich")
                .replace("(?i)thin|lung", "(?i)thin|(lung")
                .replace("2026-09-01", "01.09.2026")
                .replace("\"max\": 140", "\"max\": 14")
                .replace("\"CleanPixelData\"", "\"CleanPixels\", \"RetainLongitudinalFullDates\"");
        assertThat(mistakes(bad))
                .extracting(Mistake::path)
                .containsExactlyInAnyOrder(
                        "$.visits[1].day",
                        "$.destination.url",
                        "$.subjects[1].id",
                        "$.site.timeZone",
                        "$.imaging[0].series[0].match.SeriesDescription",
                        "$.subjects[0].day0",
                        "$.imaging[0].series[0].limits[1].max",
                        "$.deidentification.options[0]",
                        "$.deidentification.options");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "\"schema\": 1,|| $.schema | is missing",
                "\"schema\": 1|\"schema\": 2| $.schema | must be updated",
                "\"id\": \"LUMEN-301\"|\"id\": \"../x\"| $.trial.id | letters, digits",
                "\"requires\": [\"CT-CHEST\"]},|\"requires\": [\"MR\"]},| $.visits[0].requires[0] | not defined",
                "{\"id\": \"UNS\", \"name\": \"Unscheduled\"}|7| $.visits[2] | must be an object",
                "\"action\": \"K\"|\"action\": \"Q\"| $.deidentification.rules[0].action | must be K",
                "\"geometry\": \"no-missing-slices\"|\"geometry\": \"nice\"| $.imaging[0].series[0].limits[2].geometry"
                        + " | one of",
                "\"geometry\": \"no-missing-slices\"|\"bogus\": 1| $.imaging[0].series[0].limits[2] | exactly one",
                "\"status\": \"received\"|\"status\": \"lost\"| $.subjects[0].visits.BL.status | one of expected",
                "{\"BL\"|{\"B L\"| $.subjects[0].visits['B L'] | not a visit",
                "\"equals\": \"yes\"|\"equals\": 7| $.form[1].when.equals | must be a text",
                "\"field\": \"contrast\"|\"field\": \"volume\"| $.form[1].when.field | no earlier question",
                "\"type\": \"tus\"|\"type\": \"ftp\"| $.destination.type | one of tus, stow, folder",
                "\"before\": 14|\"before\": -1| $.visits[0].before | from 0",
                "\"day0\": \"2026-09-01\"|\"day0\": \"+999999999-12-31\"| $.subjects[0].day0 | is no date",
                "\"day0\": \"2026-09-01\"|\"day0\": \"0026-09-01\"| $.subjects[0].day0 | is no date",
                "\"day\": 56|\"day\": 1e400| $.visits[1].day | whole number",
                "\"day\": 56|\"day\": 99999999999999999999| $.visits[1].day | from -36500",
                "\"max\": 2.5|\"max\": 1e400| $.imaging[0].series[0].limits[0].max | too large a number",
                "\"birthYear\": 1961|\"birthYear\": 61| $.subjects[0].birthYear | from 1850",
            })
    void saysWhatIsWrongAndWhere(String part, String replacement, String path, String message) {
        String bad = GOOD.replaceFirst(
                java.util.regex.Pattern.quote(part),
                java.util.regex.Matcher.quoteReplacement(replacement == null ? "" : replacement));
        assertThat(mistakes(bad)).anySatisfy(mistake -> {
            assertThat(mistake.path()).isEqualTo(path);
            assertThat(mistake.message()).contains(message);
        });
    }

    @Test
    void saysWhereAFileStopsBeingJson() {
        assertThat(mistakes("{\n  \"schema\": 1,\n  oops\n}"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("no valid JSON (line 3, column"));
        assertThat(mistakes("")).singleElement();
        for (String large : List.of("[".repeat(5000), "{\"schema\": " + "9".repeat(1200) + "}")) {
            assertThat(mistakes(large)).singleElement().satisfies(mistake -> assertThat(mistake.message())
                    .startsWith("holds a number or a text"));
        }
        assertThat(mistakes("[]")).singleElement();
        assertThat(mistakes("{} {}")).isNotEmpty();
        assertThat(mistakes("{\"schema\":1,\"schema\":1}"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).contains("Duplicate"));
    }

    @Test
    void aFileThatWasCutIsToldWithoutTheInsidesOfTheReader() {
        List<Mistake> mistakes = mistakes("{\"schema\": 1, \"trial\": {\"id\": \"T\"");
        assertThat(mistakes).singleElement().satisfies(mistake -> assertThat(mistake.message())
                .startsWith("is no valid JSON")
                .doesNotContain("Source", "REDACTED", "start marker"));
    }

    @Test
    void onlyUtf8IsText() throws Exception {
        Trial marked = TrialFile.read("trial.json", ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8));
        assertThat(marked.json()).isEqualTo(GOOD);
        for (byte[] content : List.of(
                GOOD.replace("Hospital", "Höspital").getBytes(StandardCharsets.ISO_8859_1),
                GOOD.getBytes(StandardCharsets.UTF_16),
                GOOD.getBytes(StandardCharsets.UTF_16LE))) {
            assertThatThrownBy(() -> TrialFile.read("trial.json", content))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                            .isEqualTo(new Problem.BadFile(
                                    "trial.json", List.of(new Mistake("$", "is no text in UTF-8")))));
        }
    }

    @Test
    void httpIsForThisComputerOnly() throws Exception {
        assertThat(read(GOOD.replace("https://example.org/files/", "http://127.0.0.1:8080/files/"))
                        .destination()
                        .url()
                        .getPort())
                .isEqualTo(8080);
        assertThat(mistakes(GOOD.replace("https://example.org/files/", "https://me:secret@example.org/files/")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).doesNotContain("secret"));
    }

    @Test
    void unknownSubjectsAndVisitsComeWithTheKnownOnes() throws Exception {
        Trial trial = read(GOOD);
        assertThat(catchThrowableOfType(ProblemException.class, () -> trial.subject("9"))
                        .problem())
                .isEqualTo(new Problem.UnknownSubject("9", List.of("014-0007", "014-0008")));
        assertThat(catchThrowableOfType(ProblemException.class, () -> trial.visit("9"))
                        .problem())
                .isEqualTo(new Problem.UnknownVisit("9", List.of("BL", "W08", "UNS")));
    }

    @Test
    void neverFailsButWithMistakes() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            String text = Spoilt.of(GOOD, "{}[]\",:0x\\-n ", random);
            try {
                read(text);
            } catch (ProblemException e) {
                assertThat(((Problem.BadFile) e.problem()).mistakes())
                        .as("seed %d, round %d", seed, i)
                        .isNotEmpty();
            }
        }
    }

    static Trial read(String json) throws ProblemException {
        return TrialFile.read("trial.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Mistake> mistakes(String json) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> read(json));
        assertThat(problem).as("a bad file").isNotNull();
        return ((Problem.BadFile) problem.problem()).mistakes();
    }
}

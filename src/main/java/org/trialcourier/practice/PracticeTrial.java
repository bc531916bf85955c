// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fictional trial of practice mode: six subjects and four visits laid around a given day, so that on that day one
 * visit closes tomorrow, one is overdue, one was not done, and subject {@link #DISC_SUBJECT} waits for the images of the
 * practice disc at visit {@link #DISC_VISIT}.
 */
public final class PracticeTrial {
    /** The id of the trial; no real trial may have it. */
    public static final String ID = "PRACTICE-1";

    /** The subject whose sex and year of birth are those of the CT on the practice disc. */
    public static final String DISC_SUBJECT = "001-0003";

    /** The visit whose window holds the study date of the CT on the practice disc. */
    public static final String DISC_VISIT = "W08";

    /** The day of the CT on the practice disc, in days before today. */
    static final int DISC_AGE_DAYS = 2;

    private static final String FILE_NAME = "trial.json";
    private static final int DAY_OF_W08 = 56;
    private static final int DAY_OF_W16 = 112;

    private PracticeTrial() {}

    /** Whether a trial of that id is the practice trial, whose data must never meet a real trial's. */
    public static boolean isPractice(String trialId) {
        return trialId.equals(ID);
    }

    /** What the fictional core lab asks about a first submission for a visit, so that answering can be practised. */
    public static List<String> questions(long images) {
        if (images < PracticeImages.CT_SLICES) {
            return List.of(
                    "We received %d images; a chest of this trial has %d. Please send the others, or say why not."
                            .formatted(images, PracticeImages.CT_SLICES));
        }
        return images < 2 * PracticeImages.CT_SLICES
                ? List.of("Thank you for the chest CT. We have the series for the lung; the one for soft tissue "
                        + "(mediastinum) of the same scan is missing. Please send it, or say why there is none.")
                : List.of();
    }

    /**
     * Writes the trial file into a folder, which is made if it is not there.
     *
     * @param tus where the practice receiver takes uploads
     * @param api root of its Submission API
     * @return the file written
     */
    public static Path make(Path folder, LocalDate today, URI tus, URI api) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE_NAME);
        Files.write(file, json(today, tus, api));
        return file;
    }

    /** The trial file's content, in UTF-8. */
    public static byte[] json(LocalDate today, URI tus, URI api) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode().put("schema", 1);
        root.putObject("trial")
                .put("id", ID)
                .put("name", "Practice trial")
                .put("sponsor", "Fictional Pharma")
                .put("coordinatingCenter", "Fictional Core Lab");
        root.putObject("site")
                .put("id", "001")
                .put("name", "Fictional Hospital")
                .put("timeZone", "UTC");
        ObjectNode destination = root.putObject("destination")
                .put("type", "tus")
                .put("url", tus.toString())
                .put("api", api.toString());
        destination.putObject("auth").put("type", "none");
        ObjectNode deidentification = root.putObject("deidentification");
        strings(
                deidentification.putArray("options"),
                "CleanPixelData",
                "CleanDescriptors",
                "RetainLongitudinalModifiedDates",
                "RetainSafePrivate");
        deidentification.putArray("rules").addObject().put("tag", "PatientAge").put("action", "K");
        deidentification.put("dateShiftDays", 365);
        visits(root.putArray("visits"));
        imaging(root.putArray("imaging"));
        subjects(root.putArray("subjects"), today);
        form(root.putArray("form"));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }

    private static void visits(ArrayNode visits) {
        visit(visits, "SCR", "Screening", -28, 14, 14);
        visit(visits, "BL", "Baseline", 0, 7, 0);
        visit(visits, "W08", "Week 8", DAY_OF_W08, 7, 7);
        visit(visits, "W16", "Week 16", DAY_OF_W16, 7, 7);
    }

    private static void visit(ArrayNode visits, String id, String name, int day, int before, int after) {
        strings(
                visits.addObject()
                        .put("id", id)
                        .put("name", name)
                        .put("day", day)
                        .put("before", before)
                        .put("after", after)
                        .putArray("requires"),
                "CT-CHEST");
    }

    private static void imaging(ArrayNode imaging) {
        ObjectNode thin = imaging.addObject()
                .put("id", "CT-CHEST")
                .put("name", "CT chest")
                .put("modality", "CT")
                .putArray("series")
                .addObject()
                .put("name", "Axial, thin")
                .put("min", 1);
        thin.putObject("match").put("SeriesDescription", "(?i)thin|lung");
        ArrayNode limits = thin.putArray("limits");
        limits.addObject().put("tag", "SliceThickness").put("max", 2.5);
        limits.addObject().put("tag", "KVP").put("min", 100).put("max", 140);
        limits.addObject().put("geometry", "no-missing-slices");
        limits.addObject().put("count", "instances").put("min", 30);
    }

    private static void subjects(ArrayNode subjects, LocalDate today) {
        List<String> screened = List.of("SCR", "BL");
        subject(subjects, "001-0001", "M", 1954, today.minusDays(DAY_OF_W08 + 6L), screened);
        subject(subjects, "001-0002", "F", 1948, today.minusDays(DAY_OF_W16 + 10L), List.of("SCR", "BL", "W08"));
        subject(subjects, DISC_SUBJECT, "F", 1961, today.minusDays(DAY_OF_W08 + DISC_AGE_DAYS), screened);
        subject(subjects, "001-0004", "M", 1970, today.minusDays(20), screened);
        subject(subjects, "001-0005", "F", 1966, today.plusDays(21), List.of());
        ObjectNode last = subject(subjects, "001-0006", "M", 1959, today.minusDays(130), screened);
        last.putObject("W08").put("status", "received");
        last.putObject("W16").put("status", "not-done").put("reason", "The scanner was out of order.");
    }

    private static ObjectNode subject(
            ArrayNode subjects, String id, String sex, int birthYear, LocalDate day0, List<String> received) {
        ObjectNode visits = subjects.addObject()
                .put("id", id)
                .put("sex", sex)
                .put("birthYear", birthYear)
                .put("day0", day0.toString())
                .putObject("visits");
        received.forEach(visit -> visits.putObject(visit).put("status", "received"));
        return visits;
    }

    private static void form(ArrayNode form) {
        form.addObject()
                .put("id", "contrast")
                .put("label", "Was contrast agent given?")
                .put("type", "yes-no")
                .put("required", false);
        ObjectNode volume = form.addObject()
                .put("id", "contrast-volume")
                .put("label", "How much?")
                .put("type", "number")
                .put("unit", "ml")
                .put("min", 1)
                .put("max", 300);
        volume.putObject("when").put("field", "contrast").put("equals", "yes");
    }

    private static void strings(ArrayNode array, String... values) {
        for (String value : values) {
            array.add(value);
        }
    }
}

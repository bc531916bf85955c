// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trialcourier.check.Codes;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Option;
import org.trialcourier.deid.engine.KeyedUids;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Queue;
import org.trialcourier.wire.SubmissionManifest;

/**
 * Writes what a person decided about a submission into the audit trail: reasons and answers, which were swept by now, and
 * what was settled of text in pictures. Each names the check and who signed for it.
 */
record PlanNotes(Queue queue, UUID submission) {

    void note(Plan plan, DeidRequest request) throws ProblemException {
        Map<String, String> reasons = new TreeMap<>();
        for (SubmissionManifest.FindingLine finding : plan.findings()) {
            if (finding.reason() != null) {
                reasons.put(finding.code(), finding.reason());
            }
        }
        write("submission.reasons", reasons, plan);
        Map<String, String> answers = new TreeMap<>();
        plan.form().forEach((field, answer) -> answers.put("form." + field, answer));
        write("submission.answers", answers, plan);
        write("submission.pixels", pixels(plan.pixels(), request), plan);
    }

    private void write(String what, Map<String, String> details, Plan plan) throws ProblemException {
        if (!details.isEmpty()) {
            SubmissionManifest.SignatureLine signature = plan.signature();
            if (signature != null) {
                details.put("name", signature.name());
            }
            queue.noteOnce(submission, what, details);
        }
    }

    /** Rectangles covered, rectangles left as they are, and series looked through, by their UIDs in the package. */
    private static Map<String, String> pixels(List<PixelLine> lines, DeidRequest request) {
        Map<String, String> details = new TreeMap<>();
        if (!lines.isEmpty()) {
            KeyedUids keyed = new KeyedUids(request.trialKey());
            UnaryOperator<String> uid = request.has(Option.RETAIN_UIDS) ? old -> old : keyed::replace;
            details.put("check", Codes.BURNED_IN);
            details.put("covers", rectangles(lines, PixelLine::isCover));
            details.put("allowed", rectangles(lines, PixelLine::isAllowed));
            details.put(
                    "looked",
                    String.valueOf(lines.stream().filter(PixelLine::isLook).count()));
            put(details, "coveredSeries", lines, PixelLine::isCover, uid);
            put(details, "allowedSeries", lines, PixelLine::isAllowed, uid);
            put(details, "lookedSeries", lines, PixelLine::isLook, uid);
        }
        return details;
    }

    private static String rectangles(List<PixelLine> lines, Predicate<PixelLine> kind) {
        return String.valueOf(lines.stream()
                .filter(kind)
                .mapToInt(line -> line.boxes().size())
                .sum());
    }

    /** A cover for a kind of device has no series of its own. */
    private static void put(
            Map<String, String> details,
            String name,
            List<PixelLine> lines,
            Predicate<PixelLine> kind,
            UnaryOperator<String> uid) {
        String series = lines.stream()
                .filter(kind)
                .flatMap(line -> Stream.ofNullable(line.series()))
                .distinct()
                .map(uid)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!series.isEmpty()) {
            details.put(name, series);
        }
    }
}

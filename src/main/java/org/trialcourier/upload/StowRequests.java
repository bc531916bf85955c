// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.connect.Caller;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.WireJson;
import tools.jackson.databind.JsonNode;

/** The requests of DICOMweb (PS3.18 10.4 to 10.6) that sending needs, and their answers as DICOM JSON. */
final class StowRequests {
    private static final String DICOM_JSON = "application/dicom+json";
    private static final int PAGE = 500;

    private final Caller caller;
    private final URI base;

    StowRequests(Caller caller, URI service) {
        this.caller = caller;
        this.base = service.getPath().endsWith("/") ? service : URI.create(service + "/");
    }

    /**
     * What a store says about a batch, image by image: the only thing to believe, whatever the status.
     *
     * @param status the HTTP status
     * @param stored SOP Instance UIDs that it says it has
     * @param failed SOP Instance UIDs that it says it does not take, with Failure Reason (0008,1197)
     * @param retryAfterSeconds 0 where it did not say
     */
    record StoreAnswer(int status, Set<String> stored, Map<String, Integer> failed, long retryAfterSeconds) {}

    URI base() {
        return base;
    }

    /** STOW-RS: stores a batch. */
    StoreAnswer store(StowBody body, BooleanSupplier stop) throws IOException, ProblemException, InterruptedException {
        Answer answer = caller.send(
                Call.of("POST", base.resolve("studies"))
                        .with("Accept", DICOM_JSON)
                        .with("Content-Type", body.getContentType())
                        .with(body),
                stop);
        Set<String> stored = new HashSet<>();
        Map<String, Integer> failed = new HashMap<>();
        for (JsonNode report : json(answer)) {
            for (JsonNode item : report.path("00081199").path("Value")) {
                stored.add(text(item, "00081155"));
            }
            for (JsonNode item : report.path("00081198").path("Value")) {
                failed.put(
                        text(item, "00081155"),
                        item.path("00081197").path("Value").path(0).asInt(0));
            }
        }
        return new StoreAnswer(answer.status(), stored, failed, answer.retryAfterSeconds());
    }

    /** QIDO-RS: the SOP Instance UIDs of a series that the store lists; empty where it cannot say now. */
    Optional<Set<String>> list(String study, String series) throws IOException, ProblemException, InterruptedException {
        Set<String> found = new HashSet<>();
        while (true) {
            int before = found.size();
            Answer answer = caller.send(Call.of(
                            "GET",
                            base.resolve("studies/" + study + "/series/" + series + "/instances?limit=" + PAGE
                                    + "&offset=" + before))
                    .with("Accept", DICOM_JSON));
            if (!answer.isSuccess() && answer.status() != 404) {
                return Optional.empty();
            }
            List<JsonNode> page = json(answer);
            page.forEach(item -> found.add(text(item, "00080018")));
            if (page.size() < PAGE || found.size() == before) {
                return Optional.of(found);
            }
        }
    }

    /** WADO-RS: the bytes of an instance as the store keeps them; the answer is multipart. */
    Answer retrieve(PartImages.Image image) throws IOException, ProblemException, InterruptedException {
        return caller.send(Call.of(
                        "GET",
                        base.resolve("studies/" + image.study() + "/series/" + image.series() + "/instances/"
                                + image.instance()))
                .with("Accept", "multipart/related; type=\"application/dicom\"; transfer-syntax=*"));
    }

    /** Whether the service answers: a search for at most one study. */
    Answer probe() throws IOException, ProblemException, InterruptedException {
        return caller.send(Call.of("GET", base.resolve("studies?limit=1")).with("Accept", DICOM_JSON));
    }

    private static List<JsonNode> json(Answer answer) {
        try {
            JsonNode node = WireJson.tree(answer.body());
            return node.isArray() ? node.valueStream().toList() : List.of(node);
        } catch (IllegalArgumentException notJson) {
            return List.of();
        }
    }

    private static String text(JsonNode item, String tag) {
        return item.path(tag).path("Value").path(0).asString("");
    }
}

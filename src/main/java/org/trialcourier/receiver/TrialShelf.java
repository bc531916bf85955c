// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trialcourier.wire.TrialSummary;
import org.trialcourier.wire.WireJson;
import org.trialcourier.work.Sha256;
import tools.jackson.databind.JsonNode;

/** The trial files that a receiver offers; each is read again for each request, so an edited file is offered at once. */
final class TrialShelf {
    private final List<Path> files = new ArrayList<>();

    TrialShelf(List<Path> files) {
        this.files.addAll(files);
    }

    /** A trial file as it is sent; {@code tag} is its ETag with quotes. */
    record Offer(TrialSummary summary, String json, String tag) {}

    synchronized void add(Path file) {
        if (!files.contains(file)) {
            files.add(file);
        }
    }

    /** What is offered, by the trials' names; of two files with one id the later one counts. */
    synchronized List<Offer> offers() throws IOException {
        Map<String, Offer> byId = new TreeMap<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                Offer offer = read(Files.readAllBytes(file));
                byId.put(offer.summary().id(), offer);
            }
        }
        return List.copyOf(byId.values());
    }

    Optional<Offer> find(String id) throws IOException {
        try (Stream<Offer> offers = offers().stream()) {
            return offers.filter(offer -> offer.summary().id().equals(id)).findFirst();
        }
    }

    private static Offer read(byte[] json) {
        JsonNode trial = WireJson.tree(json).path("trial");
        String id = trial.path("id").asString("");
        return new Offer(
                new TrialSummary(id, trial.path("name").asString(id)),
                new String(json, StandardCharsets.UTF_8),
                '"' + Sha256.hex(json).substring(0, 32) + '"');
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the copy of a trial came from.
 *
 * @param tag the server's ETag, or an empty string
 * @param at when the copy was last known to hold
 * @param api the server it came from; null where that stands in the trial file
 * @param withdrawn whether the server said at that moment that it no longer offers the trial here
 */
public record TrialOrigin(String tag, Instant at, @Nullable URI api, boolean withdrawn) {
    private static final String WITHDRAWN = "withdrawn";

    String text() {
        return tag + "\n" + at + "\n" + (api == null ? "" : api) + "\n" + (withdrawn ? WITHDRAWN : "") + "\n";
    }

    static Optional<TrialOrigin> of(List<String> lines) {
        try {
            String api = lines.size() > 2 ? lines.get(2) : "";
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new TrialOrigin(
                            lines.get(0),
                            Instant.parse(lines.get(1)),
                            api.isEmpty() ? null : URI.create(api),
                            lines.size() > 3 && lines.get(3).equals(WITHDRAWN)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer to a request, read whole. */
public final class Answer {
    private final URI url;
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /** Headers are by lower-case name. */
    Answer(URI url, int status, Map<String, String> headers, byte[] body) {
        this.url = url;
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** Who answered, after redirects. */
    public URI url() {
        return url;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** At most 4 MiB of the body; not to be changed. */
    public byte[] body() {
        return body;
    }

    /** A header, its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(String::strip);
    }

    /** Where the answer points to, as a whole address; empty where that is none. */
    public Optional<URI> location() {
        try {
            return header("Location").map(url::resolve).filter(place -> place.getHost() != null);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** A header that is a whole number of 0 or more; empty where it is absent or anything else. */
    public Optional<Long> number(String name) {
        return header(name).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * What Retry-After asks for in seconds, 0 where it does not say; a date is counted from the answer's own Date, so a
     * wrong clock here does not matter.
     */
    public long retryAfterSeconds() {
        String text = header("Retry-After").orElse("");
        if (text.matches("[0-9]{1,9}")) {
            return Long.parseLong(text);
        }
        Optional<Instant> until = moment("Retry-After");
        Optional<Instant> from = moment("Date");
        return until.isPresent() && from.isPresent()
                ? Math.max(0, Duration.between(from.get(), until.get()).toSeconds())
                : 0;
    }

    /** A header that is a date of HTTP (RFC 9110 5.6.7), by the clock of who answered; empty where it is anything else. */
    public Optional<Instant> moment(String name) {
        try {
            return header(name).map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}

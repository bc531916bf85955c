// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.connect.Caller;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.PartInfo;

/** The requests of tus 1.0 (https://tus.io/protocols/resumable-upload), one method each; what answers mean is decided elsewhere. */
final class TusRequests {
    private static final String VERSION_HEADER = "Tus-Resumable";
    private static final String VERSION = "1.0.0";

    private final Caller caller;
    private final URI endpoint;

    TusRequests(Caller caller, URI endpoint) {
        this.caller = caller;
        this.endpoint = endpoint;
    }

    URI endpoint() {
        return endpoint;
    }

    Caller caller() {
        return caller;
    }

    /** What the server offers. */
    Answer options(BooleanSupplier stop) throws IOException, ProblemException, InterruptedException {
        return caller.send(Call.of("OPTIONS", endpoint), stop);
    }

    /** Creation: POST with the length and what the upload is; the first bytes go with it where there is a body. */
    Answer create(Announcement announcement, PartInfo part, @Nullable ChunkBody first, BooleanSupplier stop)
            throws IOException, ProblemException, InterruptedException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("submission", announcement.submission().toString());
        metadata.put("part", Integer.toString(part.number()));
        metadata.put("parts", Integer.toString(announcement.parts().size()));
        metadata.put("filename", part.fileName());
        metadata.put("sha256", part.sha256());
        Call call = tus("POST", endpoint)
                .with("Upload-Length", Long.toString(part.size()))
                .with("Upload-Metadata", encode(metadata));
        return caller.send(first == null ? call : call.with(first), stop);
    }

    /** Creation of an upload of one byte that is removed again. */
    Answer createProbe(BooleanSupplier stop) throws IOException, ProblemException, InterruptedException {
        return caller.send(
                tus("POST", endpoint)
                        .with("Upload-Length", "1")
                        .with("Upload-Metadata", encode(Map.of("filename", "probe"))),
                stop);
    }

    /** Core: HEAD, for the offset. */
    Answer offset(URI upload, BooleanSupplier stop) throws IOException, ProblemException, InterruptedException {
        return caller.send(tus("HEAD", upload).with("Cache-Control", "no-store"), stop);
    }

    /** Core: PATCH, or POST in its place, still without a body. */
    Call patch(URI upload, long offset, boolean disguised) {
        Call call = disguised ? tus("POST", upload).with("X-HTTP-Method-Override", "PATCH") : tus("PATCH", upload);
        return call.with("Upload-Offset", Long.toString(offset));
    }

    /** Termination: DELETE. */
    Answer terminate(URI upload) throws IOException, ProblemException, InterruptedException {
        return caller.send(tus("DELETE", upload));
    }

    /**
     * The address of a new upload: relative or absolute. Where a server behind a proxy names itself with http, the
     * endpoint's own scheme and port are kept; an address that would leave https is none.
     */
    Optional<URI> location(Answer created) {
        Optional<URI> location = created.location();
        if (location.isEmpty()) {
            return Optional.empty();
        }
        URI url = location.get();
        if (!"https".equals(endpoint.getScheme()) || "https".equals(url.getScheme())) {
            return Optional.of(url);
        }
        return url.getHost().equalsIgnoreCase(endpoint.getHost())
                ? Optional.of(URI.create("https://" + endpoint.getRawAuthority() + url.getRawPath()
                        + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())))
                : Optional.empty();
    }

    private static Call tus(String method, URI url) {
        return Call.of(method, url).with(VERSION_HEADER, VERSION);
    }

    private static String encode(Map<String, String> metadata) {
        StringJoiner header = new StringJoiner(",");
        metadata.forEach((key, value) ->
                header.add(key + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return header.toString();
    }
}

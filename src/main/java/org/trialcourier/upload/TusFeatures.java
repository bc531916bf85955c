// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.trialcourier.connect.Answer;
import org.trialcourier.connect.Call;
import org.trialcourier.problem.ProblemException;

/**
 * Which extensions of tus a server offers, asked once for each server. A checksum is used only where the server proves
 * that it looks at it: some announce it, or take the header in silence, and store a damaged chunk all the same.
 */
final class TusFeatures {
    private static final int CHECKSUM_MISMATCH = 460;
    private static final List<String> ALGORITHMS = List.of("sha256", "sha1");

    private boolean asked;
    private boolean createsWithUpload;
    private @Nullable String algorithm;

    /** Asks the server unless it has answered before; one that cannot be reached now offers nothing for now. */
    synchronized void learn(TusRequests requests, BooleanSupplier stop) throws ProblemException, InterruptedException {
        if (asked) {
            return;
        }
        try {
            Answer options = requests.options(stop);
            asked = options.status() < 500;
            if (options.isSuccess()) {
                List<String> extensions = words(options, "Tus-Extension");
                createsWithUpload = extensions.contains("creation-with-upload");
                Optional<String> offered = ALGORITHMS.stream()
                        .filter(words(options, "Tus-Checksum-Algorithm")::contains)
                        .findFirst();
                boolean canProbe = extensions.contains("checksum") && extensions.contains("termination");
                if (offered.isPresent() && canProbe && probe(requests, offered.get(), stop)) {
                    algorithm = offered.get();
                }
            }
        } catch (IOException notNow) {
            asked = false;
        }
    }

    /** Whether the first bytes may travel with the request that creates the upload. */
    synchronized boolean createsWithUpload() {
        return createsWithUpload;
    }

    /** The value of Upload-Checksum for some bytes of a part; empty where the server does not check. */
    Optional<String> checksum(ChunkBody chunk) throws IOException {
        String name;
        synchronized (this) {
            name = algorithm;
        }
        if (name == null) {
            return Optional.empty();
        }
        MessageDigest digest = digest(name);
        chunk.digest(digest);
        return Optional.of(name + " " + Base64.getEncoder().encodeToString(digest.digest()));
    }

    /** Sends one byte with a wrong digest, which an honest server refuses with 460; the upload is removed again. */
    private static boolean probe(TusRequests requests, String name, BooleanSupplier stop)
            throws IOException, ProblemException, InterruptedException {
        Answer created = requests.createProbe(stop);
        Optional<URI> upload = created.status() == 201 ? requests.location(created) : Optional.empty();
        if (upload.isEmpty()) {
            return false;
        }
        byte[] wrong = digest(name).digest("another byte".getBytes(StandardCharsets.US_ASCII));
        Call call = requests.patch(upload.get(), 0, false)
                .with("Upload-Checksum", name + " " + Base64.getEncoder().encodeToString(wrong))
                .with(new ByteArrayEntity(new byte[1], ContentType.parse(ChunkBody.TYPE)));
        Answer answer = requests.caller().send(call, stop);
        requests.terminate(upload.get());
        return answer.status() == CHECKSUM_MISMATCH;
    }

    private static List<String> words(Answer answer, String header) {
        return Arrays.stream(answer.header(header).orElse("").split(",", -1))
                .map(String::strip)
                .toList();
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name.equals("sha1") ? "SHA-1" : "SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + name, e);
        }
    }
}

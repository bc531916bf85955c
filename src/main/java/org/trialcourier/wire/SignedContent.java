// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a signature stands for (21 CFR 11.70): every file of the payload by its hash, and {@code submission.json} itself
 * without the hash. A signature moved to other images, another subject or other answers no longer fits.
 */
public final class SignedContent {
    private static final String SIGNATURE = "signature";
    private static final String HASH = "signedSha256";

    private SignedContent() {}

    /**
     * The hash that a signature carries: SHA-256 over a line {@code hash, two blanks, path} for each file in the order of
     * paths, then {@code submission.json} in the canonical form of RFC 8785 without {@code signature.signedSha256}.
     *
     * @param submission {@code submission.json} as a tree
     * @param payload SHA-256 by path below {@code data/}; the submission's own line is left out
     */
    public static String hash(JsonNode submission, Map<String, String> payload) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
        new TreeMap<>(payload).forEach((path, hash) -> {
            if (!path.equals(BagLayout.SUBMISSION)) {
                digest.update((hash + "  " + path + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        JsonNode copy = submission.deepCopy();
        if (copy.path(SIGNATURE) instanceof ObjectNode signature) {
            signature.remove(HASH);
        }
        digest.update(WireJson.canonical(copy));
        return HexFormat.of().formatHex(digest.digest());
    }
}

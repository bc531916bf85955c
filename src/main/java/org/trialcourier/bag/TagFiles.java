// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.work.Sha256;

/** The tag files of a bag (RFC 8493 2.1.1, 2.1.3, 2.2), UTF-8 with line feeds, in the order in which they are written. */
final class TagFiles {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    void add(String name, byte[] text) {
        files.put(name, text);
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** The hash of each file so far. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, text) -> hashes.put(name, Sha256.hex(text)));
        return hashes;
    }

    static byte[] declaration() {
        return text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    }

    /** Lines as {@code sha256sum -c} reads them, in the map's order. */
    static byte[] manifest(Map<String, String> hashes) {
        StringBuilder lines = new StringBuilder(hashes.size() * 160);
        hashes.forEach(
                (path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
        return text(lines.toString());
    }

    static byte[] info(UUID submission, long payloadBytes, long payloadFiles, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(more);
        all.put(BagLayout.INFO_ID, submission.toString());
        all.put(BagLayout.INFO_OXUM, payloadBytes + "." + payloadFiles);
        StringBuilder lines = new StringBuilder();
        all.forEach((label, value) ->
                lines.append(oneLine(label)).append(": ").append(oneLine(value)).append('\n'));
        return text(lines.toString());
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}

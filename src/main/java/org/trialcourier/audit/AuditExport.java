// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trialcourier.wire.WireJson;

/** Forms in which the trail leaves the program. */
final class AuditExport {
    private AuditExport() {}

    /** RFC 4180; details as JSON in one field, so that hashes can be checked from the file alone. */
    static void csv(List<AuditEntry> entries, OutputStream out) throws IOException {
        line(out, Stream.of("seq", "time", "who", "what", "details", "previousHash", "hash"));
        for (AuditEntry entry : entries) {
            line(
                    out,
                    Stream.of(
                            Long.toString(entry.seq()),
                            entry.time(),
                            entry.who(),
                            entry.what(),
                            WireJson.writeText(entry.details()),
                            entry.previousHash(),
                            entry.hash()));
        }
    }

    static void json(List<AuditEntry> entries, OutputStream out) throws IOException {
        out.write(WireJson.writePretty(entries));
    }

    private static void line(OutputStream out, Stream<String> fields) throws IOException {
        String line = fields.map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }
}

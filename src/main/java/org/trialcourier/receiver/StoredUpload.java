// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One upload as the receiver keeps it.
 *
 * @param id its name in the address
 * @param length bytes announced
 * @param metadata the Upload-Metadata header as it came
 */
record StoredUpload(String id, long length, String metadata) {
    /** The submission it says it belongs to. */
    Optional<UUID> submission() {
        try {
            return value("submission").map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The part it says it is; 0 where it does not say. */
    int part() {
        try {
            return value("part").map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private Optional<String> value(String key) {
        Map<String, String> values = new HashMap<>();
        for (String pair : metadata.split(",", -1)) {
            String[] sides = pair.strip().split(" ", 2);
            if (sides.length == 2) {
                values.put(sides[0], new String(Base64.getDecoder().decode(sides[1].strip()), StandardCharsets.UTF_8));
            }
        }
        return Optional.ofNullable(values.get(key));
    }
}

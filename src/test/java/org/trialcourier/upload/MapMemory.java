// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An upload memory that lasts as long as the test. */
public final class MapMemory implements UploadMemory {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public Optional<String> recall(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void remember(String key, String value) {
        values.put(key, value);
    }

    @Override
    public void forget(String key) {
        values.remove(key);
    }

    /** Everything remembered. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }
}

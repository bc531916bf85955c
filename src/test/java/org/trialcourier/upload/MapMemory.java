// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An upload memory that lasts as long as the test. */
public final class MapMemory implements UploadMemory {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Map<String, MapMemory> servers;

    /** An empty one. */
    public MapMemory() {
        this(new ConcurrentHashMap<>());
    }

    private MapMemory(Map<String, MapMemory> servers) {
        this.servers = servers;
    }

    /** That of another submission, which knows the same servers. */
    public MapMemory another() {
        return new MapMemory(servers);
    }

    @Override
    public UploadMemory ofServer(String endpoint) {
        return servers.computeIfAbsent(endpoint, any -> new MapMemory());
    }

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

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Gives one object for all equal ones, so that a large catalog holds each text once. Safe for several threads. */
final class Interner {
    private final ConcurrentMap<Object, Object> known = new ConcurrentHashMap<>();

    /** The first object equal to this one. */
    @SuppressWarnings("unchecked")
    <T> T one(T value) {
        Object first = known.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}

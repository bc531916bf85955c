// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a message has every field that its record must have. The reader itself would put null or zero in place of a
 * missing field, and a receipt of zero images must not come from a typing error.
 */
final class Completeness {
    private Completeness() {}

    /**
     * Looks at a message and at the messages in it. A list may be absent, and so may a field that may be null.
     *
     * @throws IllegalArgumentException naming the first field that is missing
     */
    static void require(JsonNode node, Type type) {
        if (type instanceof Class<?> message && message.isRecord()) {
            for (RecordComponent field : message.getRecordComponents()) {
                require(node, message, field);
            }
        } else if (type instanceof ParameterizedType list && Collection.class.isAssignableFrom(raw(list))) {
            node.forEach(item -> require(item, list.getActualTypeArguments()[0]));
        }
    }

    private static void require(JsonNode node, Class<?> message, RecordComponent field) {
        JsonNode value = node.get(field.getName());
        if (value != null && !value.isNull()) {
            require(value, field.getGenericType());
        } else if (!mayBeAbsent(field)) {
            throw new IllegalArgumentException(message.getSimpleName() + "." + field.getName() + " is missing");
        }
    }

    private static boolean mayBeAbsent(RecordComponent field) {
        return Collection.class.isAssignableFrom(field.getType())
                || field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Class<?> raw(ParameterizedType type) {
        return (Class<?>) type.getRawType();
    }
}

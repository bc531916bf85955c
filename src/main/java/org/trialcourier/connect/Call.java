// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * One request. It may be sent more than once, so its body must be repeatable.
 *
 * @param method the HTTP method
 * @param url where to
 * @param headers beside those that the client adds
 * @param body null for none
 */
public record Call(
        String method,
        URI url,
        Map<String, String> headers,
        @Nullable HttpEntity body) {
    /** Keeps its own copy of the headers. */
    public Call {
        headers = Map.copyOf(headers);
    }

    /** A request without a body. */
    public static Call of(String method, URI url) {
        return new Call(method, url, Map.of(), null);
    }

    /** The same with a header. */
    public Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, url, more, body);
    }

    /** The same with a body. */
    public Call with(HttpEntity newBody) {
        return new Call(method, url, headers, newBody);
    }

    /** The same with a JSON body. */
    public Call withJson(byte[] json) {
        return with(new ByteArrayEntity(json, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    }

    /** The same to another address. */
    Call at(URI other) {
        return new Call(method, other, headers, body);
    }
}

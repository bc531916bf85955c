// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tus server of a few lines that answers what a test tells it: for each method a queue of statuses to give before it
 * behaves. It keeps uploads in memory and writes down every request.
 */
public final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Upload> uploads = new TreeMap<>();
    private final Map<String, Deque<Reply>> script = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean overlapped;
    private String location = "/files/";
    private long maxBody = Long.MAX_VALUE;
    private Map<String, String> offers = Map.of();
    private String token = "";
    private String statedMethod = "PATCH";
    private String expires = "";

    /** An answer given in place of the right one; {@code takes} says whether the body is stored all the same. */
    public record Reply(int status, Map<String, String> headers, boolean takes) {}

    /** One upload. */
    private static final class Upload {
        final long length;
        byte[] bytes = new byte[0];

        Upload(long length) {
            this.length = length;
        }
    }

    /** Starts it on any port. */
    public ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where uploads are made. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/files");
    }

    /** Answers the next request of this method so, without doing anything. */
    public synchronized ScriptedServer answer(String method, int status, String... headers) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        script.computeIfAbsent(method, any -> new ArrayDeque<>()).add(new Reply(status, map, false));
        return this;
    }

    /** Whether a request ever came while another was still being sent. */
    public boolean overlapped() {
        return overlapped;
    }

    /** Of each request: method, protocol and headers. */
    public List<String> heads() {
        return heads;
    }

    /** Answers the next request of this method so, but does what was asked. */
    public synchronized ScriptedServer answerThough(String method, int status) {
        script.computeIfAbsent(method, any -> new ArrayDeque<>()).add(new Reply(status, Map.of(), true));
        return this;
    }

    /** Refuses bodies above so many bytes with 413. */
    public synchronized ScriptedServer limit(long bytes) {
        maxBody = bytes;
        return this;
    }

    /** What a Location begins with. */
    public synchronized ScriptedServer location(String prefix) {
        location = prefix;
        return this;
    }

    /** Answers OPTIONS with these headers. */
    public synchronized ScriptedServer offer(Map<String, String> headers) {
        offers = Map.copyOf(headers);
        return this;
    }

    /** Says of each upload that it is kept until then. */
    public synchronized ScriptedServer expires(String date) {
        expires = date;
        return this;
    }

    /** Wants this bearer token. */
    public synchronized ScriptedServer want(String newToken) {
        token = newToken;
        return this;
    }

    /** Knows only POST with X-HTTP-Method-Override in place of PATCH. */
    public synchronized ScriptedServer withoutPatch(int status) {
        statedMethod = "never";
        for (int i = 0; i < 100; i++) {
            answer("PATCH", status);
        }
        return this;
    }

    /** Drops all uploads, as a server does that lost its disk. */
    public synchronized void loseUploads() {
        uploads.clear();
    }

    /** Requests so far: method and path, and the bytes of a body. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** How many uploads were ever made and still are. */
    public synchronized int count() {
        return uploads.size();
    }

    /** The bytes of the upload of this length; of several, of the one that has most. */
    public synchronized byte[] bytes(long length) {
        return uploads.values().stream()
                .filter(upload -> upload.length == length)
                .map(upload -> upload.bytes)
                .max(Comparator.comparingInt(bytes -> bytes.length))
                .orElseThrow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        overlapped |= underWay.getAndIncrement() > 0;
        try (exchange) {
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readAllBytes();
            }
            underWay.decrementAndGet();
            answer(exchange, body);
        }
    }

    private synchronized void answer(HttpExchange exchange, byte[] body) throws IOException {
        String method = exchange.getRequestMethod();
        String override = exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override");
        if (method.equals("OPTIONS")) {
            respond(exchange, 204, offers);
            return;
        }
        log.add(method + " " + exchange.getRequestURI() + (body.length > 0 ? " " + body.length : ""));
        heads.add(method + " " + exchange.getProtocol() + " " + Map.copyOf(exchange.getRequestHeaders()));
        Reply reply = script.getOrDefault(method, new ArrayDeque<>()).poll();
        if (!token.isEmpty()
                && !("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            respond(exchange, 401, Map.of());
            return;
        }
        if (reply != null && !reply.takes()) {
            respond(exchange, reply.status(), reply.headers());
            return;
        }
        String effective = override != null && !"PATCH".equals(statedMethod) ? override : method;
        switch (effective) {
            case "POST" -> create(exchange, body);
            case "HEAD" -> head(exchange);
            case "PATCH" -> patch(exchange, body, reply);
            case "DELETE" -> respond(exchange, uploads.remove(id(exchange)) == null ? 404 : 204, Map.of());
            default -> respond(exchange, 405, Map.of());
        }
    }

    private void create(HttpExchange exchange, byte[] body) throws IOException {
        String id = Integer.toString(uploads.size() + 1) + "-" + log.size();
        Upload upload = new Upload(Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Length")));
        upload.bytes = body;
        uploads.put(id, upload);
        respond(exchange, 201, Map.of("Location", location + id));
    }

    private void head(HttpExchange exchange) throws IOException {
        Upload upload = uploads.get(id(exchange));
        if (upload == null) {
            respond(exchange, 404, Map.of());
        } else {
            respond(
                    exchange,
                    200,
                    Map.of(
                            "Upload-Offset", Integer.toString(upload.bytes.length),
                            "Upload-Length", Long.toString(upload.length)));
        }
    }

    private void patch(HttpExchange exchange, byte[] body, Reply reply) throws IOException {
        Upload upload = uploads.get(id(exchange));
        if (upload == null) {
            respond(exchange, 404, Map.of());
        } else if (body.length > maxBody) {
            respond(exchange, 413, Map.of());
        } else if (!Integer.toString(upload.bytes.length)
                .equals(exchange.getRequestHeaders().getFirst("Upload-Offset"))) {
            respond(exchange, 409, Map.of());
        } else {
            int before = upload.bytes.length;
            upload.bytes = Arrays.copyOf(upload.bytes, before + body.length);
            System.arraycopy(body, 0, upload.bytes, before, body.length);
            if (reply == null) {
                respond(exchange, 204, Map.of("Upload-Offset", Integer.toString(upload.bytes.length)));
            } else {
                respond(exchange, reply.status(), Map.of());
            }
        }
    }

    private static String id(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().replaceAll(".*/", "");
    }

    private void respond(HttpExchange exchange, int status, Map<String, String> headers) throws IOException {
        exchange.getResponseHeaders().set("Tus-Resumable", "1.0.0");
        if (!expires.isEmpty()) {
            exchange.getResponseHeaders().set("Upload-Expires", expires);
        }
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(status, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

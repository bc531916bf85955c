// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A DICOMweb store of a few lines that answers what a test tells it. It knows images whose UID begins as those of the tests do. */
public final class ScriptedStore implements AutoCloseable {
    private static final Pattern IMAGE = Pattern.compile("2\\.25\\.3\\.[0-9]+");

    private final HttpServer server;
    private final Deque<Saying> script = new ArrayDeque<>();
    private final List<Set<String>> batches = new ArrayList<>();
    private final Map<String, byte[]> images = new TreeMap<>();
    private final Set<String> unlisted = new TreeSet<>();
    private int retrieveStatus = 200;

    /**
     * What it does with one batch.
     *
     * @param status the HTTP status
     * @param stored images that it keeps and says so
     * @param failed images that it says it does not take, with the reason
     * @param cut whether its answer ends in the middle
     */
    public record Saying(int status, Set<String> stored, Map<String, Integer> failed, boolean cut) {}

    /** Starts it on any port. */
    public ScriptedStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The service. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dicom-web/");
    }

    /** Answers the next batch so; without a script it keeps everything. */
    public synchronized ScriptedStore next(Saying saying) {
        script.add(saying);
        return this;
    }

    /** Keeps everything from now on. */
    public synchronized void forgetScript() {
        script.clear();
    }

    /** Keeps an image without listing it. */
    public synchronized void hide(String image) {
        unlisted.add(image);
    }

    /** Lists everything again. */
    public synchronized void hideNothing() {
        unlisted.clear();
    }

    /** Keeps other bytes under an image's UID. */
    public synchronized void spoil(String image) {
        byte[] bytes = images.get(image).clone();
        bytes[bytes.length - 1] ^= 1;
        images.put(image, bytes);
    }

    /** Answers what is read back so. */
    public synchronized void retrieving(int status) {
        retrieveStatus = status;
    }

    /** The images of each batch so far. */
    public synchronized List<Set<String>> batches() {
        return List.copyOf(batches);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Matcher image = IMAGE.matcher(path);
            if (exchange.getRequestMethod().equals("POST")) {
                store(exchange, body);
            } else if (image.find()) {
                retrieve(exchange, image.group());
            } else {
                list(exchange);
            }
        }
    }

    private synchronized void store(HttpExchange exchange, byte[] body) throws IOException {
        Map<String, byte[]> sent = new TreeMap<>();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String piece : text.split("--trialcourier-image", -1)) {
            Matcher uid = IMAGE.matcher(piece);
            if (uid.find()) {
                String image = piece.substring(piece.indexOf("\r\n\r\n") + 4, piece.length() - 2);
                sent.put(uid.group(), image.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        batches.add(Set.copyOf(sent.keySet()));
        Saying saying = script.isEmpty() ? new Saying(200, sent.keySet(), Map.of(), false) : script.poll();
        saying.stored().forEach(uid -> images.putIfAbsent(uid, sent.getOrDefault(uid, new byte[0])));
        String json = "{\"00081199\":{\"vr\":\"SQ\",\"Value\":["
                + saying.stored().stream()
                        .map(uid -> "{" + element("00081155", uid) + "}")
                        .collect(Collectors.joining(","))
                + "]},\"00081198\":{\"vr\":\"SQ\",\"Value\":["
                + saying.failed().entrySet().stream()
                        .map(each -> "{" + element("00081155", each.getKey())
                                + ",\"00081197\":{\"vr\":\"US\",\"Value\":[" + each.getValue() + "]}}")
                        .collect(Collectors.joining(","))
                + "]}}";
        byte[] answer = json.getBytes(StandardCharsets.UTF_8);
        respond(
                exchange,
                saying.status(),
                "application/dicom+json",
                saying.cut() ? Arrays.copyOf(answer, answer.length / 2) : answer);
    }

    private synchronized void list(HttpExchange exchange) throws IOException {
        String json = images.keySet().stream()
                .filter(uid -> !unlisted.contains(uid))
                .map(uid -> "{" + element("00080018", uid) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        respond(exchange, 200, "application/dicom+json", json.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void retrieve(HttpExchange exchange, String image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("--back\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(images.getOrDefault(image, new byte[0]));
        out.writeBytes("\r\n--back--\r\n".getBytes(StandardCharsets.US_ASCII));
        respond(exchange, retrieveStatus, "multipart/related; boundary=back", out.toByteArray());
    }

    private static String element(String tag, String value) {
        return "\"" + tag + "\":{\"vr\":\"UI\",\"Value\":[\"" + value + "\"]}";
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

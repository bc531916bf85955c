// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap that sending needs does not grow with what is sent: 10 GiB in as little as a part, to a server that keeps nothing. */
@Tag("bench")
class HeapBenchTest {
    private static final int MANY = Integer.getInteger("bench.parts", 40);

    @TempDir
    Path folder;

    private final Map<String, Long> offsets = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/files", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tenGibibytesNeedNoMoreHeapThanOnePart() throws Exception {
        long one = peak(1);
        long many = peak(MANY);
        System.out.printf(Locale.ROOT, "peak heap: 256 MiB sent %d KiB, %d MiB sent %d KiB%n", one, 256 * MANY, many);
        assertThat(offsets.values()).hasSize(1 + MANY).containsOnly(256L << 20);
    }

    /** In a JVM whose heap holds 32 MiB; KiB. */
    private long peak(int parts) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapClient.class.getName(),
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/files",
                        folder.resolve("part").toString(),
                        Integer.toString(parts))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        List<String> said = out.lines().filter(line -> line.startsWith("peak ")).toList();
        return Long.parseLong(said.getLast().substring("peak ".length()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("Tus-Resumable", "1.0.0");
            switch (exchange.getRequestMethod()) {
                case "OPTIONS" -> exchange.sendResponseHeaders(204, -1);
                case "POST" -> {
                    String upload = "/files/" + made.incrementAndGet();
                    offsets.put(upload, 0L);
                    exchange.getResponseHeaders().set("Location", upload);
                    exchange.sendResponseHeaders(201, -1);
                }
                case "PATCH" -> {
                    long came = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                    long now = offsets.merge(path, came, Long::sum);
                    exchange.getResponseHeaders().set("Upload-Offset", Long.toString(now));
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> {
                    exchange.getResponseHeaders().set("Upload-Offset", Long.toString(offsets.get(path)));
                    exchange.sendResponseHeaders(200, -1);
                }
            }
        }
    }
}

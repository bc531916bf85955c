// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.HttpAccess;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.faults.FaultProxy;
import org.trialcourier.wire.Announcement;
import org.trialcourier.wire.BagLayout;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Progress;

/** Speed of an upload, side by side with curl and with the line itself; medians of runs that alternate. */
@Tag("bench")
class UploadBenchTest {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final long LARGE = Long.getLong("bench.bytes", 1L << 30);
    private static final long LINE = 12_500_000;

    /** The queue's own number, {@code RunnerOptions.standard}. */
    private static final int PARALLEL = 3;

    @TempDir
    Path folder;

    @Test
    void oneGibibyteAgainstCurlWithOnePatch() throws Exception {
        Path file = file(LARGE);
        List<Double> ours = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Double> curls = new ArrayList<>();
        try (Peer server = Peer.node("tus-server.mjs", folder.resolve("store").toString())) {
            URI url = URI.create("http://127.0.0.1:" + server.port() + "/files");
            for (int round = 0; round <= ROUNDS; round++) {
                double curl = seconds(() -> curl(url, file));
                double own = seconds(() -> send(url, file, BagLayout.MAX_PART_PAYLOAD));
                double one = seconds(() -> send(url, file, LARGE));
                if (round > 0) {
                    curls.add(curl);
                    ours.add(own);
                    alone.add(one);
                }
            }
        }
        double ratio = median(curls) / median(ours);
        report("1 GiB over loopback in parts, as a submission is sent", ours, "curl, one PATCH", curls, ratio);
        report("1 GiB over loopback as one part", alone, "curl, one PATCH", curls, median(curls) / median(alone));
        assertThat(ratio).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aLineWithDelayIsUsedWhole() throws Exception {
        long size = Math.min(LARGE, 150L << 20);
        Path file = file(size);
        try (Peer server = Peer.node("tus-server.mjs", folder.resolve("store").toString());
                FaultProxy proxy = new FaultProxy(server.port())) {
            proxy.delay(Duration.ofMillis(25));
            proxy.rate(LINE);
            URI url = URI.create("http://127.0.0.1:" + proxy.port() + "/files");
            double own = seconds(() -> send(url, file, size));
            double line = (double) size / LINE;
            report("12.5 MB/s, 50 ms round trip", List.of(own), "the line", List.of(line), line / own);
            assertThat(line / own).isGreaterThanOrEqualTo(0.9);
        }
    }

    /** The file as parts of this size, as many side by side as the queue sends. */
    private void send(URI url, Path file, long partSize) throws Exception {
        long size = Files.size(file);
        List<PartInfo> parts = new ArrayList<>();
        for (long from = 0; from < size; from += partSize) {
            int number = parts.size() + 1;
            String hash = String.format(Locale.ROOT, "%064d", number);
            parts.add(new PartInfo(number, BagLayout.partName(number), Math.min(partSize, size - from), hash));
        }
        Announcement announcement =
                new Announcement(UUID.randomUUID(), "T", "S", "1", "V", 1, 1, size, "0".repeat(64), parts, "bench");
        try (HttpAccess access = Sending.access(Duration.ofSeconds(60));
                ExecutorService workers = Executors.newFixedThreadPool(PARALLEL)) {
            Transport transport = new Transports(access, new Throttle(0))
                    .open(new Destination(Destination.Type.TUS, url, null), TokenSource.none(), (api, key) -> true);
            List<Future<?>> sends = new ArrayList<>();
            for (PartInfo part : parts) {
                sends.add(workers.submit(() -> {
                    transport.send(announcement, new SealedPart(part, file), new MapMemory(), new Progress());
                    return null;
                }));
            }
            for (Future<?> send : sends) {
                send.get();
            }
        }
    }

    private static void curl(URI url, Path file) throws Exception {
        HttpRequest create = HttpRequest.newBuilder(url)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(Files.size(file)))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String location = http.send(create, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            Process process = new ProcessBuilder(
                            "curl",
                            "-sS",
                            "--fail",
                            "-X",
                            "PATCH",
                            "-H",
                            "Tus-Resumable: 1.0.0",
                            "-H",
                            "Upload-Offset: 0",
                            "-H",
                            "Content-Type: application/offset+octet-stream",
                            "-H",
                            "Expect:",
                            "-T",
                            file.toString(),
                            url.resolve(location).toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(process.waitFor()).isZero();
        }
    }

    /** A piece of work that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    private double seconds(Work work) throws Exception {
        long started = System.nanoTime();
        work.run();
        double taken = (System.nanoTime() - started) / 1e9;
        try (var stored = Files.list(Files.createDirectories(folder.resolve("store")))) {
            for (Path each : stored.toList()) {
                Files.delete(each);
            }
        }
        return taken;
    }

    private Path file(long size) throws IOException {
        Path file = folder.resolve("part-001.zip");
        byte[] block = new byte[1 << 20];
        new Random(1).nextBytes(block);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < size; written += block.length) {
                out.write(block);
            }
        }
        return file;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void report(String what, List<Double> ours, String against, List<Double> theirs, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s; %s: %.2f s; ratio %.2f (ours %s, theirs %s)%n",
                what,
                median(ours),
                against,
                median(theirs),
                ratio,
                ours,
                theirs);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.upload.Peer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promise 3 against a server of somebody else's: SIGKILL in mid-upload, then the queue goes on from where it was. */
@Tag("peer")
class KilledUploadTest {
    private static final int BYTES_PER_SECOND = 4_000_000;

    @TempDir
    Path folder;

    @Test
    void aKilledUploadIsFinishedByTheNextProcessAndTheBytesAreTheSame() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Path source = SentinelPatient.write(
                folder.resolve("in"), 40, today.minusDays(2).format(DateTimeFormatter.BASIC_ISO_DATE), 512);
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("settings.json"), "{\"bytesPerSecond\": " + BYTES_PER_SECOND + "}");
        Path store = Files.createDirectory(folder.resolve("store"));
        try (Peer server = Peer.node("tus-server.mjs", store.toString())) {
            URI to = URI.create("http://127.0.0.1:" + server.port() + "/files");
            Path trial = PracticeTrial.make(folder.resolve("trial"), today, to, to);
            Process first = start(
                    home,
                    "submit",
                    source.toString(),
                    "--trial",
                    trial.toString(),
                    "--subject",
                    PracticeTrial.DISC_SUBJECT,
                    "--visit",
                    PracticeTrial.DISC_VISIT,
                    "--to",
                    to.toString(),
                    "--wait",
                    "--reason",
                    "missing-series=test",
                    "--reason",
                    "birth-year-differs=test",
                    "--reason",
                    "sex-differs=test",
                    "--reason",
                    "limit-count=test",
                    "--reason",
                    "burned-in=test");
            await().atMost(Duration.ofSeconds(180)).until(() -> received(store) > BYTES_PER_SECOND || !first.isAlive());
            assertThat(first.isAlive()).as(said(home)).isTrue();
            first.destroyForcibly().waitFor();
            long whenKilled = received(store);

            Process second = start(home, "queue", "run", "--json");
            assertThat(second.waitFor()).as(said(home)).isZero();
            JsonNode submission = JsonMapper.shared()
                    .readTree(Files.readAllBytes(home.resolve("out.txt")))
                    .get("submissions")
                    .get(0);
            assertThat(submission.get("state").stringValue()).isEqualTo("received");

            Path part = home.resolve("spool")
                    .resolve(submission.get("id").stringValue())
                    .resolve("part-001.zip");
            assertThat(whenKilled).isBetween(1L, Files.size(part) - 1);
            assertThat(uploads(store)).singleElement().satisfies(upload -> assertThat(upload)
                    .hasSameBinaryContentAs(part));
        }
    }

    private static Process start(Path home, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "org.trialcourier.Main",
                "--home",
                home.toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(home.resolve("out.txt").toFile())
                .redirectError(home.resolve("err.txt").toFile());
        builder.environment().put("TRIALCOURIER_KEYS", "file");
        return builder.start();
    }

    /** The class path of this test, also where a launcher loads tests by a class loader of its own. */
    private static String classPath() {
        if (KilledUploadTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static String said(Path home) throws IOException {
        return Files.readString(home.resolve("err.txt")) + Files.readString(home.resolve("out.txt"));
    }

    private static long received(Path store) throws IOException {
        long bytes = 0;
        for (Path upload : uploads(store)) {
            bytes += Files.size(upload);
        }
        return bytes;
    }

    private static List<Path> uploads(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> !file.toString().endsWith(".json")).toList();
        }
    }
}

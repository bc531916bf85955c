// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.upload.TestSubmission;
import org.trialcourier.wire.WireJson;

/** What the receiver answers over plain HTTP, as its OpenAPI description says. */
class ReceiverAnswersTest {
    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.start(new ReceiverOptions(
                0, folder.resolve("receiver"), List.of(), InstantSource.fixed(Instant.parse("2026-11-22T10:15:30Z"))));
    }

    @AfterEach
    void stop() {
        http.close();
        receiver.close();
    }

    @Test
    void offersTrialsWithTheirEtag() throws Exception {
        Path trial = folder.resolve("trial.json");
        Files.writeString(trial, "{\"trial\":{\"id\":\"LUMEN-301\",\"name\":\"Lumen 301\"}}");
        assertThat(get("trials").body()).isEqualTo("[]");
        receiver.offer(trial);
        assertThat(get("trials").body()).isEqualTo("[{\"id\":\"LUMEN-301\",\"name\":\"Lumen 301\"}]");
        HttpResponse<String> answer = get("trials/LUMEN-301");
        assertThat(answer.body()).isEqualTo(Files.readString(trial));
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(receiver.apiUrl().resolve("trials/LUMEN-301"))
                .header("If-None-Match", tag)
                .build();
        assertThat(http.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
        assertThat(get("trials/OTHER").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        String id = "submissions/00000000-0000-4000-8000-000000000000";
        assertThat(get(id).statusCode()).isEqualTo(404);
        assertThat(call("PUT", id, "{}").statusCode()).isEqualTo(400);
        assertThat(call("PUT", id, "not json").body()).contains("cannot be read");
        assertThat(call("POST", id, "").statusCode()).isEqualTo(405);
        assertThat(call("POST", id + "/complete", "").statusCode()).isEqualTo(404);
        TestSubmission submission = TestSubmission.make(folder.resolve("parts"), 5, 5000);
        assertThat(call("PUT", id, WireJson.writeText(submission.announcement()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void servesItsDescriptionAndAnswersAsThatSays() throws Exception {
        HttpResponse<String> served = get("openapi.json");
        assertThat(served.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(WireJson.description());
        for (var path : WireJson.tree(WireJson.description()).get("paths").properties()) {
            String place = path.getKey()
                    .substring(1)
                    .replace("{trial}", "OTHER")
                    .replace("{submission}", "00000000-0000-4000-8000-000000000000");
            for (var method : path.getValue().properties()) {
                if (method.getValue().has("responses")) {
                    int status = call(method.getKey().toUpperCase(Locale.ROOT), place, "")
                            .statusCode();
                    assertThat(method.getValue().get("responses").propertyNames())
                            .as(method.getKey() + " " + place)
                            .contains(Integer.toString(status));
                }
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatItCannotStoreWhereItsDiskIsFull() throws Exception {
        HttpRequest create = tus(receiver.tusUrl())
                .header("Upload-Length", "4")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        URI upload = receiver.tusUrl()
                .resolve(http.send(create, HttpResponse.BodyHandlers.ofString())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        Path name = Path.of(upload.getPath()).getFileName();
        Path bytes = folder.resolve("receiver", ".uploads", name.toString(), "bytes");
        Files.deleteIfExists(bytes);
        Files.createSymbolicLink(bytes, Path.of("/dev/full"));
        HttpRequest patch = tus(upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("data"))
                .build();
        assertThat(http.send(patch, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(507);
    }

    @Test
    void saysThatItCannotStoreAnAnnouncementAndTakesItOnceThereIsRoom() throws Exception {
        TestSubmission submission = TestSubmission.make(folder.resolve("parts"), 5, 5000);
        String place = "submissions/" + submission.announcement().submission();
        String announcement = WireJson.writeText(submission.announcement());
        Path inTheWay = Files.writeString(
                folder.resolve(
                        "receiver", submission.announcement().submission().toString()),
                "");
        HttpResponse<String> full = call("PUT", place, announcement);
        assertThat(full.statusCode()).isEqualTo(507);
        assertThat(full.body()).contains("cannot be stored now").doesNotContain("Exception");
        assertThat(get(place).statusCode()).as("nothing of it was taken").isEqualTo(404);
        Files.delete(inTheWay);
        assertThat(call("PUT", place, announcement).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatItCannotStoreAnUploadThatIsToBegin() throws Exception {
        Path uploads = folder.resolve("receiver", ".uploads");
        Files.delete(uploads);
        Files.writeString(uploads, "");
        HttpRequest create = tus(receiver.tusUrl())
                .header("Upload-Length", "4")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(http.send(create, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(507);
    }

    private static HttpRequest.Builder tus(URI url) {
        return HttpRequest.newBuilder(url).header("Tus-Resumable", "1.0.0");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(receiver.apiUrl().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(receiver.apiUrl().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

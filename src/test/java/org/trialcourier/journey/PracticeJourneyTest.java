// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.cli.Terminal;
import org.trialcourier.cli.Terminal.Answer;
import org.trialcourier.work.Sha256;
import tools.jackson.databind.JsonNode;

/** Practice mode does the whole job; what the receiver stored is a valid bag and agrees with its receipt. */
class PracticeJourneyTest {
    @TempDir
    Path home;

    @Test
    void theReceiptAgreesWithTheBagThatTheReceiverStored() throws Exception {
        Answer answer = new Terminal(home).run("demo", "--headless", "--json");
        assertThat(answer.exit()).as(answer.err()).isZero();
        JsonNode receipt = answer.json().get("receipt");
        Path bag = home.resolve("practice/receiver")
                .resolve(receipt.get("submission").stringValue())
                .resolve("bag");

        assertThat(Sha256.hex(Files.readAllBytes(bag.resolve("manifest-sha256.txt"))))
                .isEqualTo(receipt.get("manifestSha256").stringValue());
        long bytes = 0;
        List<Path> payload = payload(bag);
        for (Path file : payload) {
            bytes += Files.size(file);
        }
        assertThat(payload).hasSize(receipt.get("payloadFiles").intValue());
        assertThat(payload.stream().filter(file -> file.toString().endsWith(".dcm")))
                .hasSize(receipt.get("instances").intValue());
        assertThat(Files.readString(bag.resolve("bag-info.txt")))
                .contains("Payload-Oxum: " + bytes + "." + payload.size());
        for (String manifest : List.of("manifest-sha256.txt", "tagmanifest-sha256.txt")) {
            List<String> lines = Files.readAllLines(bag.resolve(manifest));
            assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(
                            Sha256.hex(Files.readAllBytes(bag.resolve(line.substring(66)))))
                    .isEqualTo(line.substring(0, 64)));
        }
        assertThat(Files.readAllLines(bag.resolve("manifest-sha256.txt"))).hasSameSizeAs(payload);
    }

    @Test
    void practisingTwiceWorksAndTheAuditTrailHoldsBoth() {
        Terminal terminal = new Terminal(home);
        assertThat(terminal.run("demo", "--headless").exit()).isZero();
        assertThat(terminal.run("demo", "--headless").exit()).isZero();
        Terminal inside = new Terminal(home.resolve("practice"));
        assertThat(inside.run("queue", "list", "--json").json().get("submissions"))
                .hasSize(2);
        assertThat(inside.run("audit", "verify").exit()).isZero();
        assertThat(inside.run("audit", "export").out()).contains("received");
        String id = inside.run("queue", "list", "--json")
                .json()
                .get("submissions")
                .get(0)
                .get("id")
                .stringValue();
        Path page = home.resolve("receipt.pdf");
        assertThat(inside.run("queue", "receipt", id, "--out", page).exit()).isZero();
        assertThat(page).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
    }

    private static List<Path> payload(Path bag) throws Exception {
        try (Stream<Path> files = Files.walk(bag.resolve("data"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

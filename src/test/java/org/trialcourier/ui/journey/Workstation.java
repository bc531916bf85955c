// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.connect.FakeIssuer;
import org.trialcourier.connect.Gate;
import org.trialcourier.faults.FaultProxy;
import org.trialcourier.practice.PracticeDisc;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import org.trialcourier.work.Sha256;

/**
 * A computer at a site that takes part in a trial: its data folder, the disc of the day, the trial's receiver, and the
 * line between them, which can be cut.
 */
final class Workstation implements AutoCloseable {
    private final Path folder;
    private final Receiver receiver;
    private final @Nullable Gate gate;
    private final FaultProxy line;
    private final Path disc;

    /** With a receiver that asks nobody to sign in. */
    Workstation(Path folder) throws Exception {
        this(folder, null);
    }

    /** With a receiver that takes only tokens of this issuer. */
    Workstation(Path folder, @Nullable FakeIssuer issuer) throws Exception {
        this.folder = folder;
        Clock clock = Clock.systemUTC();
        LocalDate today = LocalDate.now(clock);
        receiver = Receiver.start(new ReceiverOptions(0, folder.resolve("receiver"), List.of(), clock));
        int port = receiver.tusUrl().getPort();
        gate = issuer == null ? null : new Gate(port, issuer);
        line = new FaultProxy(gate == null ? port : gate.port());
        disc = PracticeDisc.make(folder.resolve("disc"), today);
        byte[] trial = PracticeTrial.json(today, line.through(receiver.tusUrl()), line.through(receiver.apiUrl()));
        Path file = Files.writeString(
                folder.resolve("trial.json"),
                new String(trial, StandardCharsets.UTF_8)
                        .replace(PracticeTrial.ID, "LUMEN-301")
                        .replace("\"type\" : \"none\"", auth(issuer)));
        receiver.offer(file);
        try (App app = App.open(options(Locale.ENGLISH))) {
            app.joining().add(file);
        }
    }

    private static String auth(@Nullable FakeIssuer issuer) {
        return issuer == null
                ? "\"type\" : \"none\""
                : "\"type\" : \"device-code\", \"clientId\" : \"workstation\", \"issuer\" : \"" + issuer.url() + "\"";
    }

    AppOptions options(Locale locale) {
        return new AppOptions(folder.resolve("home"), Clock.systemUTC(), locale, Map.of(), false);
    }

    Path disc() {
        return disc;
    }

    /** The line to the receiver. */
    FaultProxy line() {
        return line;
    }

    /** Files of one kind in everything that the receiver unpacked and verified. */
    List<Path> received(String ending) throws IOException {
        return received(folder.resolve("receiver"), ending);
    }

    static List<Path> received(Path receiver, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(receiver)) {
            return files.filter(file -> file.toString().contains("/bag/data/"))
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** What the sender said about the only submission that was received. */
    String manifest() throws IOException {
        return Files.readString(received("submission.json").getFirst());
    }

    /** The receiver asks something about the only submission that it has. */
    void asks(String question) throws Exception {
        Path bag = received("submission.json").getFirst();
        String submission =
                String.valueOf(folder.resolve("receiver").relativize(bag).getName(0));
        assertThat(receiver.ask(UUID.fromString(submission), List.of(question))).isTrue();
    }

    /** Every file that the receiver holds has the hash that the manifest of its bag names. */
    void bagsAreWhole() throws IOException {
        for (Path bag : received("submission.json")) {
            Path root = bag.getParent().getParent();
            List<String> lines = Files.readAllLines(root.resolve("manifest-sha256.txt"));
            assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(
                            Sha256.hex(Files.readAllBytes(root.resolve(line.substring(66)))))
                    .isEqualTo(line.substring(0, 64)));
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
        if (gate != null) {
            gate.close();
        }
        receiver.close();
    }
}

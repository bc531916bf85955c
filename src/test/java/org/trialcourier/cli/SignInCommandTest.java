// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.connect.FakeIssuer;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;
import tools.jackson.databind.JsonNode;

/** Signing in from the command line, at an issuer over real HTTP. */
class SignInCommandTest {
    @TempDir
    Path folder;

    private FakeIssuer issuer;
    private Receiver receiver;
    private Terminal terminal;

    @BeforeEach
    void start() throws Exception {
        issuer = new FakeIssuer();
        receiver = Receiver.start(new ReceiverOptions(0, folder.resolve("received"), List.of(), Clock.systemUTC()));
        terminal = new Terminal(folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        receiver.close();
        issuer.close();
    }

    @Test
    void whatWaitsForASignInGoesOnAfterIt() throws Exception {
        Path trial = trial("device-code");
        Terminal.Answer held = terminal.run(submission(trial));
        assertThat(held.exit()).isEqualTo(ExitCode.HELD);
        assertThat(held.err()).contains("sign in");

        Terminal.Answer signedIn = terminal.run("sign-in", "--trial", trial);
        assertThat(signedIn.exit()).isZero();
        assertThat(signedIn.err()).contains("WDJB-MJHT").contains(issuer.url() + "/device");
        assertThat(signedIn.out()).contains("Signed in at 127.0.0.1");

        assertThat(terminal.run("queue", "run").exit()).isZero();
        JsonNode queue = terminal.run("queue", "list", "--json").json();
        assertThat(queue.findValuesAsString("state")).containsExactly("received");
    }

    @Test
    void aSecretIsKeptOnlyWhereTheIssuerTakesIt() throws Exception {
        Path trial = trial("client-credentials");
        Path secret = Files.writeString(folder.resolve("secret"), "wrong\n");
        Terminal.Answer refused = terminal.run("sign-in", "--trial", trial, "--secret-file", secret);
        assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.run(submission(trial)).exit()).isEqualTo(ExitCode.HELD);

        Files.writeString(secret, FakeIssuer.CLIENT_SECRET + "\n");
        assertThat(terminal.run("sign-in", "--trial", trial, "--secret-file", secret)
                        .exit())
                .isZero();
        assertThat(terminal.run("queue", "run").exit()).isZero();
    }

    @Test
    void signingOutForgetsTheTokens() throws Exception {
        Path trial = trial("device-code");
        assertThat(terminal.run("sign-in", "--trial", trial).exit()).isZero();
        assertThat(terminal.run("sign-in", "--trial", trial, "--out").exit()).isZero();
        assertThat(terminal.run(submission(trial)).exit()).isEqualTo(ExitCode.HELD);
    }

    @Test
    void aReceiverThatAsksNobodySaysSo() throws Exception {
        Terminal.Answer answer = terminal.run("sign-in", "--trial", trial("none"));
        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("asks nobody");
    }

    private Object[] submission(Path trial) throws Exception {
        Path disc = SmallDisc.make(folder.resolve("disc"), LocalDate.now(ZoneOffset.UTC), 3);
        return new Object[] {
            "submit",
            disc.resolve("DICOM").resolve("ST000001"),
            "--trial",
            trial,
            "--subject",
            PracticeTrial.DISC_SUBJECT,
            "--visit",
            PracticeTrial.DISC_VISIT,
            "--wait",
            "--reason",
            "missing-series=test",
            "--reason",
            "duplicate-instance=test",
            "--reason",
            "limit-count=test"
        };
    }

    private Path trial(String type) throws Exception {
        Path file = PracticeTrial.make(
                folder.resolve("trial"), LocalDate.now(ZoneOffset.UTC), receiver.tusUrl(), receiver.apiUrl());
        String auth =
                "\"type\" : \"" + type + "\", \"clientId\" : \"workstation\", \"issuer\" : \"" + issuer.url() + "\"";
        return Files.writeString(file, Files.readString(file).replace("\"type\" : \"none\"", auth));
    }
}

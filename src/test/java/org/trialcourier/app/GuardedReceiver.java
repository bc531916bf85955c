// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.trialcourier.connect.FakeIssuer;
import org.trialcourier.connect.Gate;
import org.trialcourier.practice.PracticeTrial;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;

/** The embedded receiver behind a gate that wants to know who asks, with one trial to join. */
public final class GuardedReceiver implements AutoCloseable {
    /** The trial it offers. */
    public static final String TRIAL = "LUMEN-301";

    private final FakeIssuer issuer = new FakeIssuer();
    private final Receiver receiver;
    private final Gate gate;

    public GuardedReceiver(Path folder) throws Exception {
        Clock clock = Clock.systemUTC();
        receiver = Receiver.start(new ReceiverOptions(0, folder.resolve("received"), List.of(), clock));
        gate = new Gate(receiver.tusUrl().getPort(), issuer);
        byte[] trial = PracticeTrial.json(LocalDate.now(clock), through(receiver.tusUrl()), api());
        String auth = "\"type\" : \"device-code\", \"clientId\" : \"courier\", \"issuer\" : \"" + issuer.url() + "\"";
        receiver.offer(Files.writeString(
                folder.resolve("offered.json"),
                new String(trial, StandardCharsets.UTF_8)
                        .replace(PracticeTrial.ID, TRIAL)
                        .replace("\"type\" : \"none\"", auth)));
    }

    public FakeIssuer issuer() {
        return issuer;
    }

    public Gate gate() {
        return gate;
    }

    /** The address of the trial, as a person may type it. */
    public String address() {
        return api() + "trials/" + TRIAL;
    }

    /** The link of the trial, as a platform sends it, with the way to sign in. */
    public String link() {
        return "trialcourier://join?api=" + encoded(api()) + "&trial=" + TRIAL + "&issuer=" + encoded(issuer.url())
                + "&client=courier";
    }

    /** The server says how to sign in to who does not know. */
    public GuardedReceiver saysHow() {
        gate.says("""
            {"resource":"%s","authorization_servers":["%s"],"client_id":"courier"}
            """.formatted(api().toString().replaceAll("/$", ""), issuer.url()));
        return this;
    }

    private URI api() {
        return through(receiver.apiUrl());
    }

    private URI through(URI url) {
        return URI.create("http://127.0.0.1:" + gate.port() + url.getRawPath());
    }

    private static String encoded(URI url) {
        return URLEncoder.encode(url.toString(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        gate.close();
        receiver.close();
        issuer.close();
    }
}

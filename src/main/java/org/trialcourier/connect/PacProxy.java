// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.problem.Phrase;

/**
 * The proxy that a script names. The script is read when it is first needed, and again a minute after that did not work;
 * without it everything goes directly, as in browsers. This computer itself is always reached directly.
 */
final class PacProxy extends ProxySelector {
    private static final Logger LOG = LoggerFactory.getLogger(PacProxy.class);
    private static final long AGAIN_NANOS = 60_000_000_000L;
    private static final int MOST_BYTES = 1 << 20;

    private final URI place;
    private @Nullable PacScript script;
    private @Nullable Phrase trouble;
    private long tried;

    /** A script at an http, https or file address. */
    PacProxy(URI place) {
        this.place = place;
    }

    @Override
    public List<Proxy> select(URI address) {
        if (EnvironmentProxy.isThisComputer(address.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        try {
            return script().find(address);
        } catch (IOException e) {
            note(e);
            return List.of(Proxy.NO_PROXY);
        }
    }

    /** What is wrong with the script; null where it works. */
    @Nullable
    synchronized Phrase trouble() {
        return trouble;
    }

    private synchronized void note(IOException e) {
        trouble = e instanceof PacScript.BrokenScript broken ? broken.why() : Phrase.of("doctor.script.unreadable");
        LOG.warn("The proxy script {}: {}", place, trouble.key());
    }

    private synchronized PacScript script() throws IOException {
        if (script == null) {
            if (trouble != null && System.nanoTime() - tried < AGAIN_NANOS) {
                throw new PacScript.BrokenScript(trouble);
            }
            tried = System.nanoTime();
            script = new PacScript(read());
            trouble = null;
        }
        return script;
    }

    private String read() throws IOException {
        if ("file".equals(place.getScheme())) {
            return Files.readString(Path.of(place));
        }
        try (CloseableHttpClient direct =
                HttpClients.custom().disableAutomaticRetries().build()) {
            return direct.execute(new HttpGet(place), answer -> {
                if (answer.getCode() != 200) {
                    throw new IOException("status " + answer.getCode());
                }
                return new String(answer.getEntity().getContent().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            });
        }
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxyAddress, IOException failure) {
        // the exchange fails with the same exception
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * A receiving server for practice mode, tests and small installations: resumable uploads (tus 1.0) and the Submission
 * API on the loopback interface. It keeps what it received below {@code <folder>/<submission id>/bag}. Everything is on
 * disk, so that it can be killed and started again at any time.
 */
public final class Receiver implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;

    private Receiver(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts a receiver and returns when it answers.
     *
     * @throws ProblemException with {@code Unwritable} where its folder cannot be used or its port is taken
     */
    public static Receiver start(ReceiverOptions options) throws ProblemException {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(options.port());
        server.addConnector(connector);
        try {
            Files.createDirectories(options.folder());
            server.start();
        } catch (Exception e) {
            throw new ProblemException(
                    new Problem.Unwritable(options.folder().toString(), "the receiver cannot start here"), e);
        }
        return new Receiver(server, connector);
    }

    /** Offers a trial file ({@code GET trials/{id}}); one with the same trial id is replaced. */
    public void offer(Path trialFile) {
        throw new UncheckedIOException(new IOException(trialFile.toString()));
    }

    /** Where uploads are created: {@code http://127.0.0.1:<port>/files/}. */
    public URI tusUrl() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/files/");
    }

    /** Base of the Submission API: {@code http://127.0.0.1:<port>/api/v1/}. */
    public URI apiUrl() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/api/v1/");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the receiver did not stop", e);
        }
    }
}

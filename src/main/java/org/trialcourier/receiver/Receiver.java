// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.work.DurableFiles;

/**
 * A receiving server for practice mode, tests and small installations: resumable uploads (tus 1.0) and the Submission
 * API on the loopback interface. It keeps what it received below {@code <folder>/<submission id>}: the parts in
 * {@code parts}, unpacked and verified in {@code bag}. Everything is on disk, so that it can be killed and started again
 * at any time.
 */
public final class Receiver implements AutoCloseable {
    /** Name and version in receipts. */
    public static final String SOFTWARE = "TrialCourier receiver 0.1.0";

    private static final String HOST = "127.0.0.1";
    private static final String FILES = "/files";
    private static final String API = "/api/v1";
    private static final String PORT = "port";
    private static final long IDLE_MILLIS = 30_000;

    private final Server server;
    private final int port;
    private final TrialShelf trials;
    private final SubmissionShelf submissions;
    private final ReceiptKey key;
    private final InstantSource clock;

    private Receiver(
            Server server,
            int port,
            TrialShelf trials,
            SubmissionShelf submissions,
            ReceiptKey key,
            InstantSource clock) {
        this.server = server;
        this.port = port;
        this.trials = trials;
        this.submissions = submissions;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Starts a receiver and returns when it answers.
     *
     * @throws ProblemException with {@code Unwritable} where its folder cannot be used, {@code PortTaken} for its port
     */
    public static Receiver start(ReceiverOptions options) throws ProblemException {
        Path folder = options.folder();
        try {
            Files.createDirectories(folder);
            UploadFolder uploads = new UploadFolder(folder.resolve(".uploads"));
            ReceiptKey key = ReceiptKey.of(folder);
            Verification verification = new Verification(uploads, key, options.clock(), SOFTWARE);
            TrialShelf trials = new TrialShelf(options.trialFiles());
            SubmissionShelf submissions = new SubmissionShelf(folder, uploads, verification, options.questions());
            try {
                ServletContextHandler root = new ServletContextHandler("/");
                root.addServlet(new ServletHolder(new TusServlet(FILES, uploads)), FILES + "/*");
                root.addServlet(new ServletHolder(new ApiServlet(trials, submissions)), API + "/*");
                Server server = serve(root, options.port() == 0 ? lastPort(folder) : options.port(), options.port());
                int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
                DurableFiles.replace(
                        folder.resolve(PORT), Integer.toString(port).getBytes(StandardCharsets.US_ASCII));
                return new Receiver(server, port, trials, submissions, key, options.clock());
            } catch (IOException | ProblemException | RuntimeException e) {
                submissions.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(folder.toString(), "why.receiver-cannot-start"), e);
        }
    }

    private static Server serve(ServletContextHandler root, int wanted, int otherwise)
            throws IOException, ProblemException {
        Server server = new Server(new QueuedThreadPool(32, 2));
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(HOST);
        connector.setPort(wanted);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(root);
        try {
            server.start();
            return server;
        } catch (Exception e) {
            stop(server);
            if (wanted != otherwise) {
                return serve(root, otherwise, otherwise);
            }
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new ProblemException(new Problem.PortTaken(wanted), e);
            }
            throw new IOException("the server does not start", e);
        }
    }

    private static int lastPort(Path folder) throws IOException {
        Path file = folder.resolve(PORT);
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** Offers a trial file ({@code GET trials/{id}}); of two with the same trial id the later one counts. */
    public void offer(Path trialFile) {
        trials.add(trialFile);
    }

    /**
     * Asks the site something about a submission that was received.
     *
     * @return false where no such submission was received
     */
    public boolean ask(UUID submission, List<String> questions) throws ProblemException {
        try {
            return submissions.ask(submission, questions);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(submission.toString(), "why.question-not-kept"), e);
        }
    }

    /**
     * Reads what arrived at least so long ago, and asks about it what the options say.
     *
     * @return whether something was asked
     */
    public boolean read(Duration ago) throws ProblemException {
        try {
            return submissions.read(clock.instant().minus(ago));
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(HOST, "why.question-not-kept"), e);
        }
    }

    /** Where uploads are created: {@code http://127.0.0.1:<port>/files/}. */
    public URI tusUrl() {
        return URI.create("http://" + HOST + ":" + port + FILES + "/");
    }

    /** The key that its receipts are signed with, for {@code destination.receiverKey} of a trial file. */
    public String key() {
        return key.publicKey();
    }

    /** Base of the Submission API: {@code http://127.0.0.1:<port>/api/v1/}. */
    public URI apiUrl() {
        return URI.create("http://" + HOST + ":" + port + API + "/");
    }

    @Override
    public void close() {
        stop(server);
        submissions.close();
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the receiver did not stop", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server of somebody else's, run as a process of its own, which ends with the test. */
public final class Peer implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("src/test/peers").toAbsolutePath();

    private final Process process;
    private final int port;

    private Peer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Another program of {@code src/test/peers}, which says nothing when it is ready. */
    static Process quiet(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A script of {@code src/test/peers} that prints {@code port <number>} when it listens. */
    public static Peer node(String script, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(SCRIPTS.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException(script + " did not start; has src/test/peers/setup.sh been run?");
        }
        return new Peer(process, Integer.parseInt(line.substring("port ".length())));
    }

    public int port() {
        return port;
    }

    /** Ends it at once, as SIGKILL does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}

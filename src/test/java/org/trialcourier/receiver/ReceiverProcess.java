// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A receiver in a process of its own, to be killed. */
public final class ReceiverProcess implements AutoCloseable {
    private final Process process;
    private final URI base;

    private ReceiverProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** Starts it and waits until it answers. */
    public static ReceiverProcess start(Path folder) throws IOException {
        Process process = process(folder);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("http")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the receiver did not start");
        }
        return new ReceiverProcess(process, URI.create(line));
    }

    /** Starts it and kills it so soon that it may still be looking at what the last one left. */
    public static void killWhileItStarts(Path folder, long millis) throws IOException, InterruptedException {
        Process process = process(folder);
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().onExit().join();
    }

    private static Process process(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReceiverProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Its tus address. */
    public URI tusUrl() {
        return base.resolve("/files/");
    }

    /** Its API. */
    public URI apiUrl() {
        return base.resolve("/api/v1/");
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The child. */
    public static void main(String[] arguments) throws Exception {
        Receiver receiver =
                Receiver.start(new ReceiverOptions(0, Path.of(arguments[0]), List.of(), InstantSource.system()));
        System.out.println(receiver.tusUrl());
        Thread.currentThread().join();
    }
}

// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs programs: those of the JDK that runs this, and others on the PATH. */
final class Tool {
    private Tool() {}

    /** A tool of the JDK, such as {@code jlink}. */
    static String jdk(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Whether a program is on the PATH, on Windows with its ending. */
    static boolean exists(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> new java.io.File(folder.replace("\"", ""), name))
                .anyMatch(file -> file.canExecute() || new java.io.File(file + ".exe").canExecute());
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        run(command, Map.of());
    }

    /** Runs a command and waits for it; its output is shown. Anything but exit code 0 ends the packaging. */
    static void run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).inheritIO();
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + code);
        }
    }
}

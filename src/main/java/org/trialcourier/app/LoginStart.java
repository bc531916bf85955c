// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

/**
 * Starting by itself when a person signs in to the computer: an autostart entry on Linux, a launch agent on macOS, a Run
 * value of this user in the registry of Windows. Only an installed program can be started so.
 */
public final class LoginStart {
    private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";

    private final String system;
    private final Path user;
    private final Map<String, String> environment;
    private final @Nullable String launcher;
    private final Command command;

    /** Whether the program starts by itself. */
    public enum Offer {
        /** It does. */
        ON,
        /** It does not, and can. */
        OFF,
        /** It cannot: this is no installed program. */
        NOT_INSTALLED
    }

    /** Runs a program of the system; its exit code. */
    @FunctionalInterface
    interface Command {
        int run(List<String> words) throws IOException, InterruptedException;
    }

    LoginStart(String system, Path user, Map<String, String> environment, @Nullable String launcher, Command command) {
        this.system = system;
        this.user = user;
        this.environment = environment;
        this.launcher = launcher;
        this.command = command;
    }

    /** That of this computer, for the program that runs. */
    public static LoginStart ofThisComputer() {
        Properties java = System.getProperties();
        return new LoginStart(
                java.getProperty("os.name", ""),
                Path.of(java.getProperty("user.home", ".")),
                System.getenv(),
                java.getProperty("jpackage.app-path"),
                words -> new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor());
    }

    /** Whether it starts by itself now. May wait for the system. */
    public Offer offer() throws ProblemException {
        if (launcher == null) {
            return Offer.NOT_INSTALLED;
        }
        if (system.startsWith("Windows")) {
            return call("reg.exe", "query", RUN, "/v", "TrialCourier") == 0 ? Offer.ON : Offer.OFF;
        }
        return Files.exists(file()) ? Offer.ON : Offer.OFF;
    }

    /** Changes it. */
    public void set(boolean on) throws ProblemException {
        String path = launcher;
        if (path == null) {
            throw new ProblemException(new Problem.Unwritable("place.login-start", "why.not-installed"));
        }
        if (system.startsWith("Windows")) {
            windows(path, on);
            return;
        }
        try {
            if (on) {
                Files.createDirectories(file().getParent());
                Files.writeString(file(), entry(path));
            } else {
                Files.deleteIfExists(file());
            }
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unwritable(file().toString(), e.getClass().getSimpleName()), e);
        }
    }

    /** A file for the registry, not an argument: a path with quotes and spaces does not come through a command line whole. */
    private void windows(String path, boolean on) throws ProblemException {
        if (!on) {
            call("reg.exe", "delete", RUN, "/v", "TrialCourier", "/f");
            if (offer() == Offer.ON) {
                throw new ProblemException(new Problem.Unwritable(RUN, "reg.exe"));
            }
            return;
        }
        try {
            Path entry = Files.createTempFile("trialcourier", ".reg");
            try {
                Files.writeString(entry, registry(path), StandardCharsets.UTF_16LE);
                int answer = call("reg.exe", "import", entry.toString());
                if (answer != 0) {
                    throw new ProblemException(new Problem.Unwritable(RUN, "reg.exe " + answer));
                }
            } finally {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(RUN, e.getClass().getSimpleName()), e);
        }
    }

    private static String registry(String path) {
        String command = "\"" + path + "\" --background";
        return "\uFEFFWindows Registry Editor Version 5.00\r\n\r\n[" + RUN.replace("HKCU", "HKEY_CURRENT_USER")
                + "]\r\n\"TrialCourier\"=\"" + command.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\r\n";
    }

    private int call(String... words) throws ProblemException {
        try {
            return command.run(List.of(words));
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(RUN, e.getClass().getSimpleName()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private Path file() {
        if (system.startsWith("Mac")) {
            return user.resolve("Library/LaunchAgents/org.trialcourier.plist");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.isBlank() ? user.resolve(".config") : Path.of(config)).resolve("autostart/trialcourier.desktop");
    }

    private String entry(String path) {
        if (system.startsWith("Mac")) {
            return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0"><dict>
                  <key>Label</key><string>org.trialcourier</string>
                  <key>ProgramArguments</key><array><string>%s</string><string>--background</string></array>
                  <key>RunAtLoad</key><true/>
                </dict></plist>
                """.formatted(path.replace("&", "&amp;").replace("<", "&lt;"));
        }
        String quoted = path.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("`", "\\`")
                .replace("$", "\\$");
        return """
            [Desktop Entry]
            Type=Application
            Name=TrialCourier
            Icon=trialcourier
            Exec="%s" --background
            """.formatted(quoted.replace("%", "%%"));
    }
}

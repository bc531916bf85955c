// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets in a real key store: GNOME's, in a session of its own, looked at from outside with {@code secret-tool}. Each
 * process ends before the next one starts, and so does each session.
 */
@Tag("peer")
class KeyStoreTest {
    private static final String UNLOCKED =
            "printf 1234 | gnome-keyring-daemon --unlock --components=secrets >\"$HOME/daemon.log\" 2>&1; ";
    private static final String LOCKED =
            "gnome-keyring-daemon --start --components=secrets >\"$HOME/daemon.log\" 2>&1; ";
    private static final String OUTSIDE = "secret-tool search --all service TrialCourier 2>&1; ";

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void folders() throws IOException {
        home = folder.resolve("home");
        Files.createDirectories(folder.resolve("user"));
    }

    @Test
    void keysTokenAndPinAreInTheKeyStoreAndTheNextProcessReadsThem() throws Exception {
        List<String> first = session(UNLOCKED, "keep", OUTSIDE);
        assertThat(first)
                .contains("token " + KeyStoreUser.TOKEN, "pin true", "place the key store of this computer")
                .contains("secret = "
                        + Base64.getEncoder().encodeToString(KeyStoreUser.TOKEN.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(line -> line.startsWith("attribute.account = ") && line.endsWith("/trial-key.TRIAL.014"))
                .anyMatch(line -> line.startsWith("attribute.account = ") && line.endsWith("/signing-pin"))
                .anyMatch(line -> line.startsWith("attribute.account = ") && line.endsWith("/device-key"));
        assertThat(keyFiles()).as("only the mark").containsExactly("trial-key.TRIAL.014.mark.key");

        List<String> second = session(UNLOCKED, "read", "");
        assertThat(second)
                .contains(line("key ", first), line("device ", first), "token " + KeyStoreUser.TOKEN, "pin true");
    }

    @Test
    void whatIsInALockedKeyStoreIsOutOfReachAndNothingTakesItsPlace() throws Exception {
        List<String> first = session(UNLOCKED, "keep", "");
        assertThat(line("problem ", session(LOCKED, "read", "")))
                .contains("The key store of this computer is locked.", "unlock its key store");
        assertThat(line("problem ", session(LOCKED, "keep", ""))).contains("is locked.");
        assertThat(keyFiles()).containsExactly("trial-key.TRIAL.014.mark.key");
        assertThat(session(UNLOCKED, "read", "")).contains(line("key ", first), line("device ", first));
    }

    @Test
    void whereNobodyUnlocksOneAndWhereThereIsNoneFilesHoldThem() throws Exception {
        List<String> first = session(LOCKED, "keep", OUTSIDE);
        assertThat(first).contains("token " + KeyStoreUser.TOKEN, "pin true").noneMatch(l -> l.startsWith("attribute"));
        assertThat(line("place ", first)).contains("files that only this user can read");
        assertThat(keyFiles()).contains("token.key", "trial-key.TRIAL.014.key", "signing-pin.key", "device-key.key");

        List<String> without = run(List.of("bash", "-c", child("read")));
        assertThat(without).contains(line("key ", first), line("device ", first), "pin true");
        assertThat(line("place ", without)).contains("files that only this user can read");

        List<String> later = session(UNLOCKED, "read", "");
        assertThat(later)
                .as("a key store that comes later")
                .contains(line("key ", first), "token " + KeyStoreUser.TOKEN);
    }

    private List<String> session(String before, String what, String after) throws Exception {
        return run(List.of("dbus-run-session", "--", "bash", "-c", before + child(what) + "; " + after));
    }

    private String child(String what) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -cp \"$CHILD_CLASS_PATH\" "
                + KeyStoreUser.class.getName() + " '" + home + "' " + what;
    }

    private List<String> run(List<String> command) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"));
        builder.environment().put("CHILD_CLASS_PATH", classPath());
        for (String name : List.of("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")) {
            builder.environment().put(name, folder.resolve("user").toString());
        }
        Process process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
        return Files.readAllLines(output);
    }

    private static String classPath() {
        return System.getProperty("child.class.path", System.getProperty("java.class.path"));
    }

    private static String line(String beginning, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + beginning + "in " + lines));
    }

    private List<String> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".key"))
                    .toList();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.trialcourier.app.AppOptions;

/** The window in a process of its own, in which a person sends a visit until the process is killed. */
final class KilledWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;

    private KilledWindow(Process process) {
        this.process = process;
    }

    static KilledWindow start(Path home, Path disc) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        for (String property : List.of("glass.platform", "prism.order", "testfx.robot", "java.awt.headless")) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                KilledWindow.class.getName(),
                home.toString(),
                disc.toString()));
        File log = home.resolveSibling("killed.log").toFile();
        return new KilledWindow(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start());
    }

    /** Kills the process, as a power cut does, as soon as something holds. */
    void diesOnce(BooleanSupplier holds) {
        await("the moment of the power cut")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast("the process ended by itself", () -> !process.isAlive())
                .until(holds::getAsBoolean);
        close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        await("the process is gone").atMost(PATIENCE).until(() -> !process.isAlive());
    }

    /** The process that is killed: data folder and disc. */
    public static void main(String[] arguments) throws InterruptedException {
        AppOptions options = new AppOptions(Path.of(arguments[0]), Clock.systemUTC(), Locale.ENGLISH, Map.of(), false);
        Person person = Person.before(options);
        TroubleJourneyTest.send(person, Path.of(arguments[1]));
        Thread.currentThread().join();
    }
}

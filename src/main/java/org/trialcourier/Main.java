// SPDX-License-Identifier: Apache-2.0
package org.trialcourier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.cli.CommandLineStart;
import org.trialcourier.cli.WindowAtOnce;
import org.trialcourier.ui.Window;

/** Starts the program: the window, or a command where one is given. Extends nothing, so that it runs on a class path. */
public final class Main {
    private Main() {}

    /** The program's entry point; ends the process with the exit code of DESIGN section 9. */
    public static void main(String[] arguments) {
        CommandLineStart.Window window = window(System.getenv(), System.getProperty("os.name", ""));
        System.exit(
                window != null && arguments.length == 0
                        ? WindowAtOnce.open(window)
                        : CommandLineStart.run(List.of(arguments), window));
    }

    /** The window, or null where this computer has no display for it. */
    private static CommandLineStart.@Nullable Window window(Map<String, String> environment, String system) {
        boolean needsServer = !system.startsWith("Windows") && !system.startsWith("Mac");
        boolean display = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return needsServer && !display ? null : Window::open;
    }
}

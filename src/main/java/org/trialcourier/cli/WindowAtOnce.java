// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.util.Locale;
import java.util.Map;
import org.trialcourier.app.AppOptions;
import org.trialcourier.app.WindowStart;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;

/** The usual start, without arguments: to make the reader of arguments takes longer than to make the window. */
public final class WindowAtOnce {
    private WindowAtOnce() {}

    /** Opens the window on the usual data folder and returns the exit code when it is closed. */
    public static int open(CommandLineStart.Window window) {
        return open(window, new Console(System.out, System.err, Words.of(Locale.getDefault())), System.getenv());
    }

    static int open(CommandLineStart.Window window, Console console, Map<String, String> environment) {
        AppOptions options = AppOptions.standard(
                AppOptions.usualHome(environment), console.words().locale(), environment);
        try {
            return window.open(WindowStart.of(options, false));
        } catch (ProblemException | RuntimeException e) {
            return console.failure(e);
        }
    }
}

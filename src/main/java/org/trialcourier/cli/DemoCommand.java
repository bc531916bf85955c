// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.cli;

import java.util.concurrent.Callable;
import org.trialcourier.app.WindowStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Practice mode: everything fictional, everything below the data folder, no server needed. */
@Command(name = "demo", description = "Practice mode: a receiver, a fictional trial and a synthetic CD.")
final class DemoCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--headless", description = "Does the whole job without a window and prints the receipt.")
    private boolean headless;

    @Option(names = "--json", description = "One JSON document on standard output (headless).")
    private boolean json;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        CommandLineStart.Window window = session.window();
        if (headless || json || window == null) {
            return new PracticeJob(session).run(json);
        }
        return window.open(WindowStart.of(session.options(), true));
    }
}

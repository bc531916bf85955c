// SPDX-License-Identifier: Apache-2.0
package org.trialcourier;

import java.util.List;
import org.trialcourier.cli.CommandLineStart;

/** Starts the program: the window, or a command where one is given. Extends nothing, so that it runs on a class path. */
public final class Main {
    private Main() {}

    /** The program's entry point; ends the process with the exit code of DESIGN section 9. */
    public static void main(String[] arguments) {
        System.exit(CommandLineStart.run(List.of(arguments), null));
    }
}

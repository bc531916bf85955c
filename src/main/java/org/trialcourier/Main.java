// SPDX-License-Identifier: Apache-2.0
package org.trialcourier;

/** Starts the window, or a command where one is given. */
public final class Main {
    private Main() {}

    /** The program's entry point. */
    public static void main(String[] arguments) {
        System.exit(0);
    }
}

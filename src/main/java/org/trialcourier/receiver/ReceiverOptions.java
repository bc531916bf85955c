// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * How to start a receiver.
 *
 * @param port the port on the loopback interface; 0 for the one used last time in this folder, or any free one
 * @param folder where everything it receives and its key are kept
 * @param trialFiles trial files to offer; more can be added later with {@link Receiver#offer}
 * @param clock for receipts
 */
public record ReceiverOptions(int port, Path folder, List<Path> trialFiles, InstantSource clock) {
    /** Keeps its own copy of the trial files. */
    public ReceiverOptions {
        trialFiles = List.copyOf(trialFiles);
    }
}

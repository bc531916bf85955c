// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.receiver;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.trialcourier.wire.Announcement;

/**
 * How to start a receiver.
 *
 * @param port the port on the loopback interface; 0 for the one used last time in this folder, or any free one
 * @param folder where everything it receives and its key are kept
 * @param trialFiles trial files to offer; more can be added later with {@link Receiver#offer}
 * @param clock for receipts
 * @param questions what is asked about the first submission of a subject and visit once it is read; mostly nothing
 */
public record ReceiverOptions(
        int port,
        Path folder,
        List<Path> trialFiles,
        InstantSource clock,
        Function<Announcement, List<String>> questions) {
    /** Keeps its own copy of the trial files. */
    public ReceiverOptions {
        trialFiles = List.copyOf(trialFiles);
    }

    /** A receiver that asks nothing by itself. */
    public ReceiverOptions(int port, Path folder, List<Path> trialFiles, InstantSource clock) {
        this(port, folder, trialFiles, clock, announcement -> List.of());
    }
}

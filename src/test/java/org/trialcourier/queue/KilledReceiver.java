// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.trialcourier.receiver.Receiver;
import org.trialcourier.receiver.ReceiverOptions;

/** The embedded receiver in a process of its own. Argument: its folder. It prints its addresses once it answers. */
final class KilledReceiver {
    private KilledReceiver() {}

    public static void main(String[] args) throws Exception {
        Receiver receiver = Receiver.start(new ReceiverOptions(0, Path.of(args[0]), List.of(), InstantSource.system()));
        System.out.println("go " + receiver.tusUrl() + " " + receiver.apiUrl());
        Thread.currentThread().join();
    }
}

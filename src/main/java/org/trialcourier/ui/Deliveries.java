// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.awt.Desktop;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Mac opens with this program: there files and links come as messages of the system, not as arguments, also to a
 * program that runs already. Whoever listens after the toolkit has started gets none.
 */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final List<List<String>> unheard = new ArrayList<>();
    private @Nullable Consumer<List<String>> hear;

    /** Listens on a Mac; the other systems send no messages. */
    static Deliveries of(String system) {
        Deliveries made = new Deliveries();
        if (system.startsWith("Mac")) {
            made.listen();
        }
        return made;
    }

    private void listen() {
        try {
            Desktop desktop = Desktop.getDesktop();
            desktop.setOpenFileHandler(event -> files(event.getFiles()));
            desktop.setOpenURIHandler(event -> link(event.getURI()));
        } catch (RuntimeException | LinkageError none) {
            LOG.warn("files and links that are opened do not arrive", none);
        }
    }

    void files(List<File> opened) {
        take(opened.stream().map(File::getPath).toList());
    }

    void link(URI opened) {
        take(List.of(opened.toString()));
    }

    private synchronized void take(List<String> given) {
        if (hear == null) {
            unheard.add(given);
        } else {
            hear.accept(given);
        }
    }

    /** Calls back, on a thread of the system, for what was delivered until now and for all that comes. */
    synchronized void onArrival(Consumer<List<String>> listener) {
        hear = listener;
        unheard.forEach(listener);
        unheard.clear();
    }
}

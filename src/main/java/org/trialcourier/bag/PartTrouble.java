// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.io.IOException;
import java.io.Serial;

/** The disk's own trouble, told apart from the trouble of the content that was being written. */
final class PartTrouble extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final IOException disk;

    PartTrouble(IOException disk) {
        super(disk);
        this.disk = disk;
    }

    IOException disk() {
        return disk;
    }
}

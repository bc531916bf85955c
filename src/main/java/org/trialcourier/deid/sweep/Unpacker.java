// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.sweep;

import java.util.function.Consumer;
import org.trialcourier.deid.Residue;

/** Looks into what is packed inside a value. */
final class Unpacker {
    private final ByteSweep bytes;

    Unpacker(NeedleSet needles) {
        this.bytes = new ByteSweep(needles);
    }

    void look(byte[] value, String place, Consumer<Residue> found) {
        if (value.length > 1 << 30) {
            bytes.find(value, value.length).ifPresent(kind -> found.accept(new Residue(place, kind)));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the optical discs that are in the drives now, on Windows, macOS and Linux. */
public final class Discs {
    private final Mounts mounts;

    /** The discs of this computer. */
    public Discs() {
        this(Mounts.ofThisComputer());
    }

    Discs(Mounts mounts) {
        this.mounts = mounts;
    }

    /** The folders under which discs are to be seen; none where there is no disc. May wait for a slow drive. */
    public static List<Path> mounted() {
        return new Discs().inserted();
    }

    /** The same. What is not a disc, an empty drive or one folder seen on the way to another is none. */
    List<Path> inserted() {
        Set<Path> discs = new LinkedHashSet<>();
        for (Path place : mounts.places()) {
            Path parent = place.getParent();
            boolean within = parent != null && discs.contains(parent);
            if (!within && SlowMedium.isDisc(mounts.kind(place))) {
                discs.add(place);
            }
        }
        return List.copyOf(discs);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import java.util.List;
import java.util.Optional;
import org.trialcourier.pixel.Picture;

/** Looks for text in a picture. It may miss some; what it finds is there, or looks much like it. Safe for several threads. */
@FunctionalInterface
public interface TextFinder {
    /** What is written in a picture, places in its pixels. */
    List<WrittenText> find(Picture picture);

    /**
     * The finder of this computer, made on first use and kept.
     *
     * @return empty where this kind of computer has none: then nobody has looked, which is not the same as finding nothing
     */
    static Optional<TextFinder> ofThisComputer() {
        return LocalTextFinder.shared();
    }
}

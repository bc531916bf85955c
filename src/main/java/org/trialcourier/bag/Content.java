// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a payload file, written once into the bag. */
@FunctionalInterface
public interface Content {
    /** Writes all of it; leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;
}

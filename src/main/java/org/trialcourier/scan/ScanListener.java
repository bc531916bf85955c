// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

/**
 * Hears of each file while a scan runs, on the threads that scan, possibly several at once. The final catalog rules:
 * an instance announced here is left out of it where it turns out to be a duplicate.
 */
public interface ScanListener {
    /** An instance was found; its {@link Instance#place()} says where it belongs. */
    void found(Instance instance);

    /** A file was left out. */
    void leftOut(LeftOut leftOut);

    /** Listens to nothing. */
    static ScanListener none() {
        return new ScanListener() {
            @Override
            public void found(Instance instance) {}

            @Override
            public void leftOut(LeftOut leftOut) {}
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.bag;

/**
 * How payload files are packed. It is chosen once for a submission and kept with it, so that a lost spool can be made
 * again byte by byte.
 *
 * @param level 0 stores every file; 1 (fast) to 9 (small) deflates a file where a probe of its first bytes says that
 *     it shrinks
 * @param maxPartPayload the most payload bytes in a part; one larger file gets a part of its own
 */
public record Packing(int level, long maxPartPayload) {
    /** Checks its values. */
    public Packing {
        if (level < 0 || level > 9 || maxPartPayload < 1) {
            throw new IllegalArgumentException("level 0 to 9, part payload of at least 1");
        }
    }
}

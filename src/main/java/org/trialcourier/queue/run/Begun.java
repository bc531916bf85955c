// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import org.trialcourier.upload.UploadMemory;

/**
 * Of which parts some bytes may have left this computer, whether or not the receiver ever confirmed one; kept on disk
 * before the first of them leaves.
 */
record Begun(UploadMemory memory) {
    void note(int part) {
        memory.remember(key(part), "");
    }

    boolean is(int part) {
        return memory.recall(key(part)).isPresent();
    }

    void forget(int part) {
        memory.forget(key(part));
    }

    private static String key(int part) {
        return "begun|" + part;
    }
}

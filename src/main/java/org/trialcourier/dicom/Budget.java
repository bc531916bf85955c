// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

/** How much memory reading may still take; shared by the readers that work on one file. */
final class Budget {
    private long left;

    Budget(long bytes) {
        this.left = bytes;
    }

    void charge(long bytes) throws NotDicomException {
        left -= bytes;
        if (left < 0) {
            throw Damage.tooLarge();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

/** Turns the bytes of numbers around, in place. */
final class ByteOrderSwap {
    private ByteOrderSwap() {}

    /** Reverses each whole group of {@code unit} bytes; a rest shorter than that stays as it is. */
    static void swap(byte[] data, int unit) {
        if (unit < 2) {
            return;
        }
        for (int start = 0; start + unit <= data.length; start += unit) {
            for (int low = start, high = start + unit - 1; low < high; low++, high--) {
                byte kept = data[low];
                data[low] = data[high];
                data[high] = kept;
            }
        }
    }
}

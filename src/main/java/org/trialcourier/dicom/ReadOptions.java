// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

/**
 * How much of a file to read.
 *
 * @param stopBefore the first tag at the top level that is not read any more; the rest is then not looked at, so that
 *     a file cut short in it passes
 * @param inlineLimit values up to so many bytes are held in memory, larger ones stay in the file
 * @param memoryLimit roughly the most memory, in bytes, that a data set may take
 * @param withPrivate whether plain values of private elements are wanted; else they are passed over
 */
public record ReadOptions(int stopBefore, int inlineLimit, long memoryLimit, boolean withPrivate) {
    /** The whole file; values over 64 KiB stay in it; at most 256 MiB of memory. */
    public static final ReadOptions WHOLE = new ReadOptions(0, 1 << 16, 256L << 20);
    /** All that stands before the pixel data. */
    public static final ReadOptions HEADER = WHOLE.before(Tag.PIXEL_DATA);

    /** Everything is wanted, private elements too. */
    public ReadOptions(int stopBefore, int inlineLimit, long memoryLimit) {
        this(stopBefore, inlineLimit, memoryLimit, true);
    }

    /** The same, but nothing from a tag on. */
    public ReadOptions before(int tag) {
        return new ReadOptions(tag, inlineLimit, memoryLimit, withPrivate);
    }

    /** The same without plain values of private elements. */
    public ReadOptions standardOnly() {
        return new ReadOptions(stopBefore, inlineLimit, memoryLimit, false);
    }

    boolean stopsBefore(int tag) {
        return stopBefore != 0 && Integer.compareUnsigned(tag, stopBefore) >= 0;
    }
}

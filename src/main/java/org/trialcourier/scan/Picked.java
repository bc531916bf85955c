// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.Arrays;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Vr;

/**
 * Values picked from one header: those that a series has in common as one run of bytes, to be recognised without
 * looking into them, and those of the instance as a data set.
 */
final class Picked {
    private static final int LONGEST = 4096;
    private static final Vr[] VRS = Vr.values();

    private byte[] common = new byte[2048];
    private int length;
    private DataSet own = new DataSet();

    /** Equal bytes are equal values. */
    record Key(byte[] bytes, String transferSyntax, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && transferSyntax.equals(key.transferSyntax)
                    && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    void clear() {
        length = 0;
        own = new DataSet();
    }

    /** Takes a value out of a buffer; says no to one that is too long to be kept. */
    boolean add(int tag, Vr vr, byte[] buffer, int from, int count) {
        if (InstanceReader.isOwn(tag)) {
            own.putBytes(tag, vr, Arrays.copyOfRange(buffer, from, from + count));
            return true;
        }
        if (count > LONGEST) {
            return false;
        }
        if (length + count + 7 > common.length) {
            common = Arrays.copyOf(common, 2 * common.length + count);
        }
        common[length] = (byte) (tag >>> 24);
        common[length + 1] = (byte) (tag >>> 16);
        common[length + 2] = (byte) (tag >>> 8);
        common[length + 3] = (byte) tag;
        common[length + 4] = (byte) vr.ordinal();
        common[length + 5] = (byte) (count >>> 8);
        common[length + 6] = (byte) count;
        System.arraycopy(buffer, from, common, length + 7, count);
        length += 7 + count;
        return true;
    }

    /** The bytes in common. */
    Key key(String transferSyntax) {
        byte[] bytes = Arrays.copyOf(common, length);
        return new Key(bytes, transferSyntax, Arrays.hashCode(bytes));
    }

    /** The values in common as a data set. */
    DataSet common() {
        DataSet data = new DataSet();
        for (int at = 0; at < length; ) {
            int tag = (common[at] & 0xFF) << 24
                    | (common[at + 1] & 0xFF) << 16
                    | (common[at + 2] & 0xFF) << 8
                    | common[at + 3] & 0xFF;
            int count = (common[at + 5] & 0xFF) << 8 | common[at + 6] & 0xFF;
            data.putBytes(tag, VRS[common[at + 4]], Arrays.copyOfRange(common, at + 7, at + 7 + count));
            at += 7 + count;
        }
        return data;
    }

    /** The values of the instance alone. */
    DataSet own() {
        return own;
    }
}

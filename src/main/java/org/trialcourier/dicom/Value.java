// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The value of a data element, as bytes in little endian order or as what it is made of. */
public sealed interface Value permits Value.Bytes, Value.InFile, Value.Items, Value.Fragments {
    /** Bytes held in memory, numbers in little endian order, padding as it was read. The array is not copied. */
    record Bytes(byte[] data) implements Value {}

    /**
     * A large value that stays where it was read. {@code swapUnit} is the size in bytes of the numbers whose byte order
     * must be reversed when reading (big endian sources), or 1 for none.
     */
    record InFile(Blob source, long offset, long length, int swapUnit) implements Value {}

    /**
     * The items of a sequence, with the way they were encoded.
     *
     * @param undefinedLength whether the sequence ends by a delimiter instead of having a length
     * @param unknown whether the sequence was found in an element of VR UN, whose items are always in implicit VR
     *     little endian (PS3.5 6.2.2)
     */
    record Items(List<DataSet> items, boolean undefinedLength, boolean unknown) implements Value {
        /** A sequence to be written with a length. */
        public Items(List<DataSet> items) {
            this(items, false, false);
        }

        /** The same with items of its own. A plain loop: a thousand levels of streams would fill the stack. */
        Items copy() {
            List<DataSet> copies = new ArrayList<>(items.size());
            for (DataSet item : items) {
                copies.add(item.copy());
            }
            return new Items(Collections.unmodifiableList(copies), undefinedLength, unknown);
        }
    }

    /** Encapsulated pixel data; the first part is the basic offset table, often empty (PS3.5 A.4). */
    record Fragments(List<Value> parts) implements Value {}
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A data element: tag, value representation and value. */
public record Element(int tag, Vr vr, Value value) {
    /** An element with bytes held in memory, in little endian order. */
    public Element(int tag, Vr vr, byte[] data) {
        this(tag, vr, new Value.Bytes(data));
    }

    /** Bytes of the value as it would be written, or -1 for sequences and encapsulated pixel data. */
    public long length() {
        return switch (value) {
            case Value.Bytes bytes -> bytes.data().length;
            case Value.InFile inFile -> inFile.length();
            case Value.Items items -> items.items().isEmpty() ? 0 : -1;
            case Value.Fragments fragments -> -1;
        };
    }

    /** Whether there is no value: no bytes, no items, no fragments. */
    public boolean isEmpty() {
        return switch (value) {
            case Value.Bytes bytes -> bytes.data().length == 0;
            case Value.InFile inFile -> inFile.length() == 0;
            case Value.Items items -> items.items().isEmpty();
            case Value.Fragments fragments -> fragments.parts().isEmpty();
        };
    }

    /**
     * Opens the value of an element with plain bytes, in little endian order.
     *
     * @throws IOException when the source is gone, or when the value is a sequence or encapsulated
     */
    public InputStream open() throws IOException {
        return open(value);
    }

    /** Opens one value, for example a fragment, in little endian order. */
    public static InputStream open(Value value) throws IOException {
        return switch (value) {
            case Value.Bytes bytes -> new ByteArrayInputStream(bytes.data());
            case Value.InFile inFile -> new PartStream(inFile);
            case Value.Items items -> throw new IOException("a sequence has no bytes of its own");
            case Value.Fragments fragments -> throw new IOException("encapsulated pixel data has no bytes of its own");
        };
    }

    /**
     * The bytes of the value, read into memory where they are not there yet.
     *
     * @param limit the largest value to load, in bytes
     * @throws IOException when the source is gone, the value is larger, or it is a sequence or encapsulated
     */
    public byte[] bytes(int limit) throws IOException {
        return bytes(value, limit);
    }

    /** The bytes of one value, as {@link #bytes(int)}. */
    public static byte[] bytes(Value value, int limit) throws IOException {
        if (value instanceof Value.Bytes bytes) {
            return bytes.data();
        }
        if (value instanceof Value.InFile inFile && inFile.length() > limit) {
            throw new IOException("the value is larger than " + limit + " bytes");
        }
        try (InputStream in = open(value)) {
            return in.readAllBytes();
        }
    }

    /** The VR that the bytes really have: the dictionary's where the file says UN (PS3.5 6.2.2), else the element's. */
    public Vr meaning() {
        return vr != Vr.UN
                ? vr
                : Dictionary.standard().find(tag).map(Dictionary.Entry::vr).orElse(Vr.UN);
    }
}

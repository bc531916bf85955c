// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads values: small ones into memory, large ones as a place in the file, fragments one by one. */
final class ValueReader {
    private static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final int SMALL_FRAGMENT = 64;
    private static final int OVERHEAD = 64;

    private final DicomInput in;
    private final ReadOptions options;
    private final Set<String> oddities;
    private final Budget budget;

    ValueReader(DicomInput in, ReadOptions options, Set<String> oddities, Budget budget) {
        this.in = in;
        this.options = options;
        this.oddities = oddities;
        this.budget = budget;
    }

    /**
     * A value of a known length.
     *
     * @param swapUnit how many bytes of it belong together and are to be turned round; 1 where none are
     * @param inlineLimit the longest value, in bytes, that is taken into memory
     */
    Value value(long length, int swapUnit, int inlineLimit) throws IOException, NotDicomException {
        if (length > inlineLimit) {
            Value value = new Value.InFile(in.blob(), in.position(), length, swapUnit);
            long skipped = in.skip(length);
            if (skipped < length) {
                throw Damage.endsEarly(in.position(), in.position() + length - skipped);
            }
            return value;
        }
        byte[] data = take(length);
        ByteOrderSwap.swap(data, swapUnit);
        return new Value.Bytes(data);
    }

    /** The bytes of a value, all of them. */
    byte[] take(long length) throws IOException, NotDicomException {
        long rest = in.blob().length() - in.position();
        if (in.blob().length() >= 0 && length > rest) {
            throw Damage.endsEarly(in.blob().length(), in.position() + length);
        }
        budget.charge(length);
        byte[] data = in.read((int) length);
        if (data.length < length) {
            throw Damage.endsEarly(in.position(), in.position() + length - data.length);
        }
        return data;
    }

    /** Fragments of encapsulated pixel data up to the delimiter (PS3.5 A.4). */
    Value fragments(DataSet data, Encoding encoding) throws IOException, NotDicomException {
        List<Value> parts = new ArrayList<>(2);
        while (true) {
            if (in.available(8) < 8) {
                int frames = data.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
                if (in.atEnd() && parts.size() > Math.max(1, frames)) {
                    oddities.add("pixel data without its end");
                    return new Value.Fragments(List.copyOf(parts));
                }
                throw Damage.endsEarly();
            }
            int tag = in.peekTag(0, encoding.big());
            long length = in.peekInt(4, encoding.big()) & UNDEFINED;
            if (tag == Tag.SEQUENCE_DELIMITATION) {
                in.advance(8);
                return new Value.Fragments(List.copyOf(parts));
            }
            if (tag != Tag.ITEM || length == UNDEFINED) {
                throw Damage.broken(in.position());
            }
            in.advance(8);
            budget.charge(OVERHEAD);
            parts.add(value(length, 1, parts.isEmpty() ? options.inlineLimit() : SMALL_FRAGMENT));
        }
    }

    /** Why a length is wrong: the file is too short for it, or something else is. */
    NotDicomException truncated(long length, NotDicomException otherwise) {
        long whole = in.blob().length();
        return whole >= 0 && in.position() + length > whole
                ? Damage.endsEarly(whole, in.position() + length)
                : otherwise;
    }
}

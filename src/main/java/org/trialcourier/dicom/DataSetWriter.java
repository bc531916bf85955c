// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes data sets (PS3.5 7) in one encoding. Strict: values get even lengths and group lengths are left out, unless
 * everything is to be kept the way it was read.
 */
final class DataSetWriter {
    private static final int UNDEFINED = 0xFFFF_FFFF;

    private final OutputStream out;
    private final boolean exact;
    private final ValueCopy copy;
    private final Deque<Long> lengths = new ArrayDeque<>();

    DataSetWriter(OutputStream out, boolean exact) {
        this.out = out;
        this.exact = exact;
        this.copy = new ValueCopy(out);
    }

    /** Bytes that {@link #write} writes for a data set, even lengths given. */
    static long length(DataSet data, Encoding encoding) {
        return new EncodedLength(false).of(data, encoding);
    }

    void write(DataSet data, Encoding encoding) throws IOException {
        EncodedLength measure = new EncodedLength(exact);
        measure.of(data, encoding);
        lengths.clear();
        lengths.addAll(measure.found());
        try (copy) {
            elements(data, encoding);
        }
    }

    private void elements(DataSet data, Encoding encoding) throws IOException {
        for (Element element : data) {
            if (exact || !EncodedLength.isDropped(element.tag())) {
                element(element, encoding);
            }
        }
    }

    private void element(Element element, Encoding encoding) throws IOException {
        switch (element.value()) {
            case Value.Bytes bytes -> bytes(element, bytes.data(), encoding);
            case Value.InFile inFile -> inFile(element, inFile, encoding);
            case Value.Items items -> items(element, items, encoding);
            case Value.Fragments fragments -> fragments(element, fragments, encoding);
        }
    }

    private void bytes(Element element, byte[] data, Encoding encoding) throws IOException {
        boolean pad = !exact && data.length % 2 != 0;
        header(element.tag(), element.vr(), data.length + (pad ? 1 : 0), encoding);
        int unit = encoding.big() ? element.vr().unit() : 1;
        if (unit > 1) {
            byte[] turned = data.clone();
            ByteOrderSwap.swap(turned, unit);
            out.write(turned);
        } else {
            out.write(data);
        }
        if (pad) {
            out.write(element.vr().padding());
        }
    }

    private void inFile(Element element, Value.InFile value, Encoding encoding) throws IOException {
        boolean pad = !exact && value.length() % 2 != 0;
        header(element.tag(), element.vr(), value.length() + (pad ? 1 : 0), encoding);
        copy.write(value, encoding.big() ? element.vr().unit() : 1);
        if (pad) {
            out.write(element.vr().padding());
        }
    }

    private void items(Element element, Value.Items items, Encoding encoding) throws IOException {
        boolean unknown = items.unknown() && encoding.explicit();
        Encoding inner = unknown ? Encoding.IMPLICIT_LITTLE : encoding;
        long length = lengths.removeFirst();
        header(element.tag(), unknown ? Vr.UN : Vr.SQ, length, encoding);
        for (DataSet item : items.items()) {
            tag(Tag.ITEM, inner);
            int32((int) (long) lengths.removeFirst(), inner.big());
            elements(item, inner);
            if (item.hasUndefinedLength()) {
                tag(Tag.ITEM_DELIMITATION, inner);
                int32(0, inner.big());
            }
        }
        if (length == EncodedLength.UNDEFINED) {
            tag(Tag.SEQUENCE_DELIMITATION, inner);
            int32(0, inner.big());
        }
    }

    private void fragments(Element element, Value.Fragments fragments, Encoding encoding) throws IOException {
        // Compressed pixel data is OB, whatever some writers say (PS3.5 A.4).
        header(element.tag(), exact ? element.vr() : Vr.OB, EncodedLength.UNDEFINED, encoding);
        for (Value part : fragments.parts()) {
            long length = part instanceof Value.InFile inFile ? inFile.length() : ((Value.Bytes) part).data().length;
            boolean pad = !exact && length % 2 != 0;
            tag(Tag.ITEM, encoding);
            int32((int) (length + (pad ? 1 : 0)), encoding.big());
            switch (part) {
                case Value.InFile inFile -> copy.write(inFile, 1);
                case Value.Bytes bytes -> out.write(bytes.data());
                default -> throw new IllegalArgumentException("a fragment is bytes");
            }
            if (pad) {
                out.write(0);
            }
        }
        tag(Tag.SEQUENCE_DELIMITATION, encoding);
        int32(0, encoding.big());
    }

    private void header(int tag, Vr vr, long length, Encoding encoding) throws IOException {
        boolean big = encoding.big();
        tag(tag, encoding);
        if (!encoding.explicit()) {
            int32((int) length, big);
            return;
        }
        Vr written = EncodedLength.writtenVr(vr, length);
        out.write(written.name().charAt(0));
        out.write(written.name().charAt(1));
        if (written.isLong()) {
            int16(0, big);
            int32(length == EncodedLength.UNDEFINED ? UNDEFINED : (int) length, big);
        } else {
            int16((int) length, big);
        }
    }

    private void tag(int tag, Encoding encoding) throws IOException {
        int16(Tag.group(tag), encoding.big());
        int16(Tag.element(tag), encoding.big());
    }

    private void int16(int number, boolean big) throws IOException {
        out.write(big ? number >>> 8 : number);
        out.write(big ? number : number >>> 8);
    }

    private void int32(int number, boolean big) throws IOException {
        int16(big ? number >>> 16 : number & 0xFFFF, big);
        int16(big ? number & 0xFFFF : number >>> 16, big);
    }
}

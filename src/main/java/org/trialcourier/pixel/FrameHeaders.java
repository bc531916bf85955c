// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Value;

/**
 * Takes out of compressed pictures what is no picture: comments, EXIF and other data of applications, colour profiles,
 * bytes behind the end.
 * What is decoded stays byte for byte the same.
 */
public final class FrameHeaders {
    private static final int ITEM_HEADER = 8;

    private FrameHeaders() {}

    /**
     * Pixel data without them, its table of offsets set right; the same object where there is nothing to take out.
     *
     * @throws IOException when the source is gone
     */
    public static Element withoutComments(Element pixels) throws IOException {
        if (!(pixels.value() instanceof Value.Fragments fragments)
                || fragments.parts().isEmpty()) {
            return pixels;
        }
        List<Value> parts = fragments.parts();
        List<Value> made = new ArrayList<>();
        boolean changed = false;
        LateComments late = new LateComments();
        for (Value part : parts.subList(1, parts.size())) {
            Value clean = clean(blanked(part, late.in(part)));
            changed |= clean != part;
            made.add(clean);
        }
        if (!changed) {
            return pixels;
        }
        made.addFirst(offsets(parts, made));
        return new Element(pixels.tag(), pixels.vr(), new Value.Fragments(made));
    }

    /** What stands behind the header is blanked where it is: tiles and tables of offsets tell how far it is to the next. */
    private static Value blanked(Value part, List<LateComments.Range> blank) {
        if (blank.isEmpty()) {
            return part;
        }
        return switch (part) {
            case Value.Bytes bytes -> {
                byte[] copy = bytes.data().clone();
                BlankedBlob.apply(blank, copy, 0, copy.length, 0);
                yield new Value.Bytes(copy);
            }
            case Value.InFile old -> new Value.InFile(new BlankedBlob(old, blank), 0, old.length(), 1);
            default -> part;
        };
    }

    private static Value clean(Value part) throws IOException {
        FrameHeader header = FrameHeader.read(part);
        if (!header.hasComments()) {
            return part;
        }
        byte[] head = header.evened(length(part));
        long from = header.length();
        return switch (part) {
            case Value.Bytes bytes -> {
                byte[] rest = bytes.data();
                byte[] whole = new byte[head.length + rest.length - (int) from];
                System.arraycopy(head, 0, whole, 0, head.length);
                System.arraycopy(rest, (int) from, whole, head.length, rest.length - (int) from);
                yield new Value.Bytes(whole);
            }
            case Value.InFile old -> {
                Value.InFile rest =
                        new Value.InFile(old.source(), old.offset() + from, old.length() - from, old.swapUnit());
                Blob blob = new HeadedBlob(head, rest);
                yield new Value.InFile(blob, 0, blob.length(), 1);
            }
            default -> part;
        };
    }

    /** The Basic Offset Table (PS3.5 A.4) for the new lengths; empty, which it may be, where the old one was wrong. */
    private static Value offsets(List<Value> before, List<Value> after) throws IOException {
        byte[] table = Element.bytes(before.getFirst(), 1 << 28);
        Map<Integer, Integer> moved = new HashMap<>();
        long from = 0;
        long to = 0;
        for (int i = 0; i < after.size(); i++) {
            moved.put((int) from, (int) to);
            from += ITEM_HEADER + length(before.get(i + 1));
            to += ITEM_HEADER + length(after.get(i));
        }
        ByteBuffer old = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer made = ByteBuffer.allocate(table.length).order(ByteOrder.LITTLE_ENDIAN);
        while (old.remaining() >= Integer.BYTES) {
            Integer offset = moved.get(old.getInt());
            if (offset == null) {
                return new Value.Bytes(new byte[0]);
            }
            made.putInt(offset);
        }
        return new Value.Bytes(made.array());
    }

    private static long length(Value part) {
        return switch (part) {
            case Value.Bytes bytes -> bytes.data().length;
            case Value.InFile inFile -> inFile.length();
            default -> 0;
        };
    }
}

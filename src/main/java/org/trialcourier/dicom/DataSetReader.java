// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads data sets (PS3.5 7). Lenient: whatever has one sensible reading is read, and noted as an oddity. What has none
 * is damage. Memory and nesting are bounded.
 */
final class DataSetReader {
    private static final int MAX_DEPTH = 1024;
    private static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final long NO_END = OpenSequence.NO_END;
    private static final int OVERHEAD = 64;

    private enum Next {
        ELEMENT,
        END,
        NOTHING
    }

    private final DicomInput in;
    private final ReadOptions options;
    private final Set<String> oddities;
    private final Header header = new Header();
    private final Budget budget;
    private final ValueReader values;
    private final boolean nested;
    private int depth;

    DataSetReader(DicomInput in, ReadOptions options, Set<String> oddities) {
        this.in = in;
        this.options = options;
        this.oddities = oddities;
        this.budget = new Budget(options.memoryLimit());
        this.values = new ValueReader(in, options, oddities, budget);
        this.nested = false;
    }

    /** A reader of the inside of a value, at a depth. */
    DataSetReader(DicomInput in, ReadOptions options, Set<String> oddities, Budget budget, int depth) {
        this.in = in;
        this.options = options;
        this.oddities = oddities;
        this.budget = budget;
        this.values = new ValueReader(in, options, oddities, budget);
        this.nested = true;
        this.depth = depth;
    }

    /**
     * Reads the elements of the top level, to the end of the file or to where the options say.
     *
     * @return whether the end was reached; false where bytes follow that are no elements
     */
    boolean readTop(DataSet data, Encoding encoding) throws IOException, NotDicomException {
        int last = 0;
        while (!in.atEnd()) {
            int left = in.available(8);
            if (left < 8) {
                if (data.contains(Tag.PIXEL_DATA) || in.isZero(left)) {
                    return false;
                }
                throw Damage.endsEarly();
            }
            int tag = in.peekTag(0, encoding.big());
            if (options.stopsBefore(tag) && Tag.group(tag) != 0xFFFE) {
                return true;
            }
            boolean ordered = Integer.compareUnsigned(tag, last) > 0;
            if (Tag.group(tag) == 0xFFFE || tag == 0 && last != 0 || isAfterAll(data, tag, ordered, encoding)) {
                return false;
            }
            if (!ordered) {
                oddities.add("elements that are not in the order of their tags");
            }
            readWhole(data, encoding);
            last = ordered ? tag : last;
        }
        return true;
    }

    /** Whether what follows the pixel data is no element: signatures, padding and private elements may follow it. */
    private boolean isAfterAll(DataSet data, int tag, boolean ordered, Encoding encoding) {
        if (!data.contains(Tag.PIXEL_DATA)) {
            return false;
        }
        int group = Tag.group(tag);
        boolean usual = group <= 0x7FFF || group == 0xFFFA || group == 0xFFFC;
        return !ordered || !usual && (!encoding.explicit() || Vr.of(in.peek(4), in.peek(5)) == null);
    }

    /** Reads the elements of one group at the top level, such as the file meta information. */
    void readGroup(DataSet data, Encoding encoding, int group) throws IOException, NotDicomException {
        while (in.available(8) == 8 && in.peekShort(0, encoding.big()) == group) {
            readWhole(data, encoding);
        }
    }

    private void readWhole(DataSet data, Encoding encoding) throws IOException, NotDicomException {
        OpenSequence sequence = readElement(data, encoding, NO_END);
        if (sequence != null) {
            readItems(sequence);
            put(data, sequence.element());
        }
    }

    /** Reads one element into a data set; where it is a sequence, only its header, and its items are to be read. */
    private @Nullable OpenSequence readElement(DataSet data, Encoding encoding, long end)
            throws IOException, NotDicomException {
        long start = in.position();
        if (!header.read(in, encoding, data)) {
            throw in.available(12) < 12 ? Damage.endsEarly() : Damage.broken(start);
        }
        if (header.odd()) {
            oddities.add("an element without a value representation");
        }
        int tag = header.tag();
        Vr vr = header.vr();
        long length = header.length();
        Encoding inner = header.encoding();
        budget.charge(OVERHEAD);
        if (length == UNDEFINED) {
            if (vr != Vr.SQ && (tag == Tag.PIXEL_DATA || vr == Vr.OB || vr == Vr.OW)) {
                put(data, new Element(tag, vr, values.fragments(data, inner)));
                return null;
            }
            return new OpenSequence(data, tag, inner, NO_END, vr == Vr.UN && inner.explicit());
        }
        if (length > end - in.position()) {
            throw values.truncated(length, Damage.broken(start));
        }
        if (vr == Vr.SQ) {
            return new OpenSequence(data, tag, inner, in.position() + length, false);
        }
        if (options.withPrivate() || !Tag.isPrivate(tag)) {
            put(data, plain(data, tag, vr, length, inner));
        } else {
            values.value(length, 1, 0);
        }
        return null;
    }

    private void put(DataSet data, Element element) {
        if (data.contains(element.tag())) {
            oddities.add("an element that is there twice; the first one counts");
        } else {
            data.put(element);
        }
    }

    private Element plain(DataSet data, int tag, Vr vr, long length, Encoding encoding)
            throws IOException, NotDicomException {
        if (vr == Vr.UN && length >= 8 && length <= options.inlineLimit()) {
            byte[] bytes = values.take(length);
            Budget inside = nested ? budget : UnknownValue.budget(bytes.length);
            return UnknownValue.element(tag, bytes, encoding, data, options, inside, depth);
        }
        if (length % 2 != 0) {
            oddities.add("a value of odd length");
        }
        return new Element(tag, vr, values.value(length, encoding.big() ? vr.unit() : 1, options.inlineLimit()));
    }

    /** Reads the items of a sequence and of all sequences within, without recursion. */
    void readItems(OpenSequence outermost) throws IOException, NotDicomException {
        Deque<OpenSequence> stack = new ArrayDeque<>();
        stack.push(outermost);
        while (true) {
            OpenSequence sequence = stack.element();
            DataSet item = sequence.item();
            OpenSequence inner = null;
            if (item == null) {
                if (in.position() < sequence.end() && startItem(sequence)) {
                    continue;
                }
                stack.pop();
                depth--;
                OpenSequence around = stack.peek();
                if (around == null) {
                    return;
                }
                put(sequence.around(), sequence.element());
            } else {
                switch (in.position() >= sequence.itemEnd() ? Next.END : nextInItem(sequence)) {
                    case END -> sequence.closeItem();
                    case ELEMENT -> inner = readElement(item, sequence.encoding(), sequence.itemEnd());
                    case NOTHING -> budget.charge(1);
                }
            }
            if (inner != null) {
                stack.push(inner);
                if (++depth > MAX_DEPTH) {
                    throw Damage.tooDeep();
                }
            }
        }
    }

    /** Reads what stands between items: the head of the next one. Says whether the sequence goes on. */
    private boolean startItem(OpenSequence sequence) throws IOException, NotDicomException {
        if (in.available(8) < 8) {
            throw Damage.endsEarly();
        }
        boolean big = sequence.encoding().big();
        int tag = in.peekTag(0, big);
        long length = in.peekInt(4, big) & UNDEFINED;
        if (tag == Tag.ITEM) {
            in.advance(8);
            budget.charge(OVERHEAD);
            if (length != UNDEFINED && length > sequence.end() - in.position()) {
                throw values.truncated(length, Damage.broken(in.position()));
            }
            sequence.openItem(length == UNDEFINED ? NO_END : in.position() + length);
            return true;
        }
        if (tag == Tag.SEQUENCE_DELIMITATION && sequence.isOpen()) {
            in.advance(8);
            return false;
        }
        if (tag == Tag.SEQUENCE_DELIMITATION || tag == Tag.ITEM_DELIMITATION) {
            in.advance(8);
            oddities.add("a delimiter that does not belong there");
            return true;
        }
        if (sequence.isOpen() && sequence.hasItems()) {
            oddities.add("a sequence without its end");
            return false;
        }
        throw Damage.broken(in.position());
    }

    /** What follows in the item read at the moment: its end may be a delimiter, or the lack of one. */
    private Next nextInItem(OpenSequence sequence) throws IOException, NotDicomException {
        if (in.available(8) < 8) {
            throw Damage.endsEarly();
        }
        int tag = in.peekTag(0, sequence.encoding().big());
        if (tag == Tag.ITEM_DELIMITATION) {
            in.advance(8);
            if (!sequence.isItemOpen()) {
                oddities.add("a delimiter that does not belong there");
            }
            return sequence.isItemOpen() ? Next.END : Next.NOTHING;
        }
        if (tag != Tag.SEQUENCE_DELIMITATION && tag != Tag.ITEM) {
            return Next.ELEMENT;
        }
        if (!sequence.isItemOpen()) {
            throw Damage.broken(in.position());
        }
        oddities.add("an item without its end");
        return Next.END;
    }
}

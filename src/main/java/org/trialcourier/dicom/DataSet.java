// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Data elements in order of their tags: a whole object, or one item of a sequence. It can be changed and is not safe
 * for several threads while that happens. An item belongs to the data set it was put into last and inherits its
 * character set; its text is written anew where that is another one than before. Text is read without padding and in the right characters; values that stay in a file are read when
 * asked for, and {@link UncheckedIOException} tells that the file is gone.
 */
public final class DataSet implements Iterable<Element> {
    private static final int LARGEST_TEXT = 64 << 20;
    private static final Element[] NONE = {};

    private Element[] elements = NONE;
    private int size;
    private @Nullable DataSet parent;
    private @Nullable DicomCharset charset;
    private boolean undefinedLength;

    /** A data set without elements. */
    public DataSet() {}

    /** The element with a tag, or null. */
    public @Nullable Element get(int tag) {
        int at = find(tag);
        return at < 0 ? null : elements[at];
    }

    /** Whether there is an element with a tag, be it empty. */
    public boolean contains(int tag) {
        return find(tag) >= 0;
    }

    /** Whether there is an element with a tag and a value. */
    public boolean hasValue(int tag) {
        Element element = get(tag);
        return element != null && !element.isEmpty();
    }

    /** Puts an element in its place; one with the same tag is replaced. */
    public void put(Element element) {
        int at = size > 0 && Integer.compareUnsigned(elements[size - 1].tag(), element.tag()) < 0
                ? -size - 1
                : find(element.tag());
        if (at >= 0) {
            elements[at] = element;
        } else {
            insert(-at - 1, element);
        }
        if (element.value() instanceof Value.Items items) {
            items.items().forEach(this::adopt);
        }
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET) {
            charset = null;
        }
    }

    /** Removes the element with a tag, where there is one. */
    public void remove(int tag) {
        int at = find(tag);
        if (at >= 0) {
            System.arraycopy(elements, at + 1, elements, at, size - at - 1);
            size--;
            if (tag == Tag.SPECIFIC_CHARACTER_SET) {
                charset = null;
            }
        }
    }

    /** How many elements there are. */
    public int size() {
        return size;
    }

    /** Whether there is no element. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The first value of an element as text, numbers in decimal; empty where there is none. */
    public String text(int tag) {
        List<String> values = texts(tag);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** All values of an element as text; none for sequences, encapsulated pixel data and plain bytes. */
    public List<String> texts(int tag) {
        Element element = get(tag);
        return element == null ? List.of() : texts(element);
    }

    /** All values of an element of this data set as text. */
    public List<String> texts(Element element) {
        Vr vr = element.meaning();
        if (element.isEmpty() || element.length() < 0 || vr == Vr.UN || vr == Vr.OB || vr == Vr.SQ) {
            return List.of();
        }
        byte[] data = load(element);
        return vr.isText() ? Text.values(vr, data, charset()) : Numbers.texts(vr, data);
    }

    /** The first value as an integer of 32 bits, where it is one; an unsigned 32-bit number keeps its bits. */
    public OptionalInt integer(int tag) {
        OptionalDouble number = decimal(tag);
        double value = number.orElse(Double.NaN);
        boolean whole = value == Math.rint(value) && value >= Integer.MIN_VALUE && value <= 0xFFFF_FFFFL;
        return whole ? OptionalInt.of((int) (long) value) : OptionalInt.empty();
    }

    /** The first value as a number, where it is one. */
    public OptionalDouble decimal(int tag) {
        double number = Numbers.parse(text(tag));
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /** All values as numbers; one that is no number is NaN. */
    public double[] decimals(int tag) {
        List<String> texts = texts(tag);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Numbers.parse(texts.get(i));
        }
        return numbers;
    }

    /** The items of a sequence; none where it is absent. */
    public List<DataSet> items(int tag) {
        Element element = get(tag);
        return element != null && element.value() instanceof Value.Items items ? items.items() : List.of();
    }

    /** Sets an element to texts (numbers in decimal, for binary VRs), with the VR of the dictionary. */
    public void putText(int tag, String... values) {
        putText(tag, Dictionary.standard().vrOf(tag), values);
    }

    /** Sets an element to texts, encoded in this data set's character set, padded to even length. */
    public void putText(int tag, Vr vr, String... values) {
        List<String> texts = List.of(values);
        putBytes(tag, vr, vr.isText() ? Text.bytes(vr, texts, charsetForWriting()) : Numbers.bytes(vr, texts));
    }

    /** Sets an element to integers. */
    public void putInts(int tag, Vr vr, int... values) {
        putText(tag, vr, Arrays.stream(values).mapToObj(Integer::toString).toArray(String[]::new));
    }

    /** Sets an element to a sequence. */
    public void putItems(int tag, List<DataSet> items) {
        put(new Element(tag, Vr.SQ, new Value.Items(items)));
    }

    /** Sets an element to bytes, numbers in little endian order; they should be of even length. */
    public void putBytes(int tag, Vr vr, byte[] data) {
        put(new Element(tag, vr, new Value.Bytes(data)));
    }

    /** Sets an element to no value, with the VR it has or else that of the dictionary. */
    public void putEmpty(int tag) {
        Element old = get(tag);
        Vr vr = old == null ? Dictionary.standard().vrOf(tag) : old.vr();
        if (vr == Vr.SQ) {
            putItems(tag, List.of());
        } else {
            putBytes(tag, vr, new byte[0]);
        }
    }

    /** The name of the owner of a private element (PS3.5 7.8.1), where the file has it. */
    public Optional<String> privateCreator(int tag) {
        String name = Tag.isPrivate(tag) ? text(Tag.creatorOf(tag)) : "";
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** The character set of this data set's text: its own, or that of the data set around it. */
    public DicomCharset charset() {
        DicomCharset known = charset;
        if (known != null) {
            return known;
        }
        Element named = get(Tag.SPECIFIC_CHARACTER_SET);
        if (named != null && named.value() instanceof Value.Bytes bytes && bytes.data().length > 0) {
            known = DicomCharset.of(Text.values(Vr.CS, bytes.data(), DicomCharset.ASCII));
            charset = known;
            return known;
        }
        return parent == null ? DicomCharset.ASCII : parent.charset();
    }

    /** Where no character set is named (yet), UTF-8 loses nothing. */
    private DicomCharset charsetForWriting() {
        DicomCharset named = charset();
        return named.terms().isEmpty() ? DicomCharset.UTF_8 : named;
    }

    private void adopt(DataSet item) {
        if (item.parent != this) {
            DicomCharset before = item.charsetForWriting();
            item.parent = this;
            if (!item.contains(Tag.SPECIFIC_CHARACTER_SET) && !before.equals(charsetForWriting())) {
                Recoding.recode(item, before, charsetForWriting());
            }
        }
    }

    /** Changes the character set: names it in Specific Character Set and writes all text anew, that of items too. */
    public void charset(DicomCharset wanted) {
        Recoding.apply(this, wanted);
    }

    /** A copy with copies of all items; the bytes of values are shared. */
    public DataSet copy() {
        DataSet copy = new DataSet();
        copy.elements = size == 0 ? NONE : Arrays.copyOf(elements, size);
        copy.undefinedLength = undefinedLength;
        copy.parent = parent;
        for (int i = 0; i < size; i++) {
            copy.size = i + 1;
            Element element = elements[i];
            if (element.value() instanceof Value.Items items) {
                copy.put(new Element(element.tag(), element.vr(), items.copy()));
            }
        }
        return copy;
    }

    @Override
    public Iterator<Element> iterator() {
        return Arrays.asList(size == 0 ? NONE : Arrays.copyOf(elements, size)).iterator();
    }

    /** Tags only, so that a data set can be logged. */
    @Override
    public String toString() {
        return "DataSet of " + size + " elements";
    }

    boolean hasUndefinedLength() {
        return undefinedLength;
    }

    void undefinedLength(boolean undefined) {
        undefinedLength = undefined;
    }

    @Nullable
    DataSet parent() {
        return parent;
    }

    void parent(@Nullable DataSet around) {
        parent = around;
    }

    private void insert(int at, Element element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.max(8, size + (size >> 1)));
        }
        System.arraycopy(elements, at, elements, at + 1, size - at);
        elements[at] = element;
        size++;
    }

    private int find(int tag) {
        int high = size - 1;
        int low = high >= 0 && Integer.compareUnsigned(elements[high].tag(), tag) < 0 ? size : 0; // files come in order
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(elements[middle].tag(), tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private static byte[] load(Element element) {
        try {
            return element.bytes(LARGEST_TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.sweep.NeedleSet;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomCharset;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/** Makes new elements of old ones, one value at a time; null where that cannot be done. */
final class Replacements {
    private final KeyedUids uids;
    private final DateShift dates;
    private final TextCleaner cleaner;

    Replacements(KeyedUids uids, DateShift dates, TextCleaner cleaner) {
        this.uids = uids;
        this.dates = dates;
        this.cleaner = cleaner;
    }

    /** The element without a value. */
    static Element empty(Element old) {
        return old.value() instanceof Value.Items || old.vr() == Vr.SQ
                ? new Element(old.tag(), Vr.SQ, new Value.Items(List.of()))
                : new Element(old.tag(), old.vr(), new byte[0]);
    }

    /** The element with a dummy; one without a value stays so. */
    static Element dummy(Element old) {
        if (old.isEmpty()) {
            return empty(old);
        }
        Vr vr = old.meaning();
        return new Element(old.tag(), vr, Dummies.bytes(vr));
    }

    /** The element with one text. */
    static Element text(Element old, String value, DataSet source) {
        Vr vr = old.meaning();
        Vr written = vr.isText() ? vr : Vr.LO;
        return new Element(old.tag(), written, encode(written, List.of(value), source.charset()));
    }

    /** The element with the UIDs replaced. */
    @Nullable
    Element newUids(DataSet source, Element old) {
        return old.meaning().isText() ? each(source, old, uids::replace) : null;
    }

    /** The element with the dates shifted; null where one of the values is no date. */
    @Nullable
    Element shifted(DataSet source, Element old, Vr vr) {
        if (!old.meaning().isText()) {
            return null;
        }
        List<String> moved = new ArrayList<>();
        for (String value : source.texts(old)) {
            String shifted = value.isBlank() ? "" : dates.shift(vr, value).orElse(null);
            if (shifted == null) {
                return null;
            }
            moved.add(shifted);
        }
        return new Element(old.tag(), old.meaning(), encode(old.meaning(), moved, source.charset()));
    }

    /** The element with its texts cleaned; the same object where nothing was to be cleaned. */
    Element cleaned(DataSet source, Element old) {
        return each(source, old, cleaner::clean);
    }

    /** The element without this patient's own values; the same object where it has none. */
    Element withoutPatient(DataSet source, Element old) {
        return each(source, old, cleaner::withoutPatient);
    }

    /** The element with free text in which only words stay that name no person. */
    Element inWordsOfTheTrade(DataSet source, Element old) {
        return each(source, old, cleaner::inWordsOfTheTrade);
    }

    /** Whether a number is, as a whole, an identifier of the patient. */
    boolean isIdentifier(DataSet source, Element old) {
        return old.length() >= NeedleSet.WHOLE_DIGITS
                && source.texts(old).stream().anyMatch(cleaner::isIdentifier);
    }

    private static Element each(DataSet source, Element old, UnaryOperator<String> change) {
        boolean changed = false;
        List<String> values = new ArrayList<>();
        for (String value : source.texts(old)) {
            String made = change.apply(value);
            changed |= !made.equals(value);
            values.add(made);
        }
        if (!changed) {
            return old;
        }
        if (values.stream().allMatch(String::isEmpty)) {
            return empty(old);
        }
        return new Element(old.tag(), old.meaning(), encode(old.meaning(), values, source.charset()));
    }

    private static byte[] encode(Vr vr, List<String> values, DicomCharset charset) {
        String whole = String.join("\\", values);
        byte[] data = vr.usesCharset() ? charset.encode(whole) : whole.getBytes(StandardCharsets.US_ASCII);
        if (data.length % 2 == 0) {
            return data;
        }
        byte[] even = Arrays.copyOf(data, data.length + 1);
        even[data.length] = vr.padding();
        return even;
    }
}

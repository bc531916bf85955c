// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes all text of a data set in another character set, items included; these then inherit it. */
final class Recoding {
    private static final int LARGEST_TEXT = 64 << 20;

    private Recoding() {}

    static void apply(DataSet data, DicomCharset wanted) {
        recode(data, data.charset(), wanted);
        if (wanted.terms().isEmpty()) {
            data.remove(Tag.SPECIFIC_CHARACTER_SET);
        } else {
            data.putText(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, wanted.terms().toArray(String[]::new));
        }
    }

    /** Writes the text of a data set anew, that of its items in the set they have. */
    static void recode(DataSet data, DicomCharset old, DicomCharset wanted) {
        for (Element element : data) {
            if (element.value() instanceof Value.Items items) {
                for (DataSet item : items.items()) {
                    recode(item, item.contains(Tag.SPECIFIC_CHARACTER_SET) ? item.charset() : old, wanted);
                    item.remove(Tag.SPECIFIC_CHARACTER_SET);
                }
            } else if (element.vr().usesCharset() && !element.isEmpty()) {
                String text = Text.decode(element.vr(), load(element), old);
                String bare = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
                data.putBytes(element.tag(), element.vr(), Text.bytes(element.vr(), bare, wanted));
            }
        }
    }

    private static byte[] load(Element element) {
        try {
            return element.bytes(LARGEST_TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

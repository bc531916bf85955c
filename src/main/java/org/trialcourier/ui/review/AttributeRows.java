// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.PreviewRow;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;
import org.trialcourier.text.Words;

/** Puts rows of the preview into words. */
final class AttributeRows {
    private static final int SHOWN = 3;
    private static final Set<Vr> FREE_TEXT = EnumSet.of(Vr.LO, Vr.LT, Vr.SH, Vr.ST, Vr.UT, Vr.UC, Vr.PN);

    private final Words words;

    AttributeRows(Words words) {
        this.words = words;
    }

    AttributeRow of(PreviewRow row) {
        Optional<Dictionary.Entry> entry = Dictionary.standard().find(row.tag());
        String name = entry.map(Dictionary.Entry::name).orElse(row.keyword());
        boolean day = entry.map(e -> e.vr() == Vr.DA).orElse(false);
        String before = values(row.before().stream().map(Phi::reveal).toList(), day);
        String after = after(row, day);
        boolean untouched = row.action() == Action.CLEANED && before.equals(after);
        String action = untouched ? "checked" : row.action().name().toLowerCase(Locale.ROOT);
        String word = words.say("review.action." + action);
        boolean nested = row.path().indexOf('.') > 0;
        String tag = nested ? row.path() : Tag.format(row.tag());
        boolean freeText = entry.map(e -> FREE_TEXT.contains(e.vr())).orElse(true);
        String search = String.join("\n", name, row.keyword(), tag, before, after, word, row.rule())
                .toLowerCase(Locale.ROOT);
        return new AttributeRow(
                name, tag, before, after, row.action(), word, row.rule(), row.instances(), freeText, search);
    }

    private String after(PreviewRow row, boolean day) {
        if (row.action() == Action.REMOVED || row.action() == Action.EMPTIED) {
            return "";
        }
        return values(row.after(), day);
    }

    private String values(List<String> raw, boolean day) {
        List<String> values = day ? raw.stream().map(words.formats()::dicomDay).toList() : raw;
        if (values.size() <= SHOWN) {
            return String.join(", ", values);
        }
        return words.say("review.values", String.join(", ", values.subList(0, SHOWN)), values.size() - SHOWN);
    }
}

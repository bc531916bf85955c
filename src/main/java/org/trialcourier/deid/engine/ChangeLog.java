// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.Change;
import org.trialcourier.deid.rules.Spot;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;

/** Writes down what happens to each attribute, where somebody wants to know. */
public final class ChangeLog {
    private static final int LONGEST = 1_024;

    private final boolean wanted;
    private final List<Change> changes = new ArrayList<>();

    /** A log; where it is not wanted it stays empty and costs nothing. */
    public ChangeLog(boolean wanted) {
        this.wanted = wanted;
    }

    /** What happened, in the order of the walk. */
    public List<Change> changes() {
        return changes;
    }

    /** Notes one attribute; the data sets are those whose characters the texts are in. */
    void add(
            @Nullable Spot spot,
            DataSet source,
            @Nullable Element before,
            Action action,
            String rule,
            DataSet target,
            @Nullable Element after) {
        if (!wanted) {
            return;
        }
        Element shown = before == null ? after : before;
        if (shown == null) {
            return;
        }
        int tag = shown.tag();
        changes.add(new Change(
                Spot.path(spot, tag),
                tag,
                keyword(source, tag),
                action,
                rule,
                Phi.of(before == null ? "" : describe(source, before)),
                after == null ? null : describe(target, after)));
    }

    private static String keyword(DataSet source, int tag) {
        if (Tag.isPrivate(tag)) {
            String owner =
                    Tag.isPrivateCreator(tag) ? "" : source.privateCreator(tag).orElse("");
            return "Private " + Tag.format(tag) + (owner.isEmpty() ? "" : ' ' + owner);
        }
        return Dictionary.standard().find(tag).map(Dictionary.Entry::keyword).orElse("Unknown");
    }

    private static String describe(DataSet data, Element element) {
        if (element.value() instanceof Value.Items items) {
            return items.items().size() == 1 ? "1 item" : items.items().size() + " items";
        }
        if (element.value() instanceof Value.Fragments fragments) {
            return fragments.parts().size() - 1 + " compressed parts";
        }
        if (element.isEmpty()) {
            return "";
        }
        boolean large = element.value() instanceof Value.InFile || element.length() > LONGEST;
        boolean text = element.meaning().isText();
        if ((large && !text) || element.length() > 64 * LONGEST) {
            return element.length() + " bytes";
        }
        StringJoiner joined = new StringJoiner("\\");
        data.texts(element).forEach(joined::add);
        String words = joined.toString();
        if (words.isEmpty()) {
            return element.length() + " bytes";
        }
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sequence while its items are read. */
final class OpenSequence {
    /** The end of what ends by a delimiter. */
    static final long NO_END = Long.MAX_VALUE;

    private final DataSet around;
    private final int tag;
    private final Encoding encoding;
    private final long end;
    private final boolean unknown;
    private final List<DataSet> items = new ArrayList<>(1);
    private @Nullable DataSet item;
    private long itemEnd;

    /** A sequence of the data set around it; in an element of VR UN it is always in implicit VR (PS3.5 6.2.2). */
    OpenSequence(DataSet around, int tag, Encoding encoding, long end, boolean unknown) {
        this.around = around;
        this.tag = tag;
        this.encoding = unknown ? Encoding.IMPLICIT_LITTLE : encoding;
        this.end = end;
        this.unknown = unknown;
    }

    void openItem(long endOfItem) {
        DataSet opened = new DataSet();
        opened.parent(around);
        opened.undefinedLength(endOfItem == NO_END);
        item = opened;
        itemEnd = endOfItem == NO_END ? end : endOfItem;
        items.add(opened);
    }

    void closeItem() {
        item = null;
    }

    /** The item that is read at the moment, or null between items. */
    @Nullable
    DataSet item() {
        return item;
    }

    boolean isItemOpen() {
        return item != null && item.hasUndefinedLength();
    }

    /** Where the item ends at the latest. */
    long itemEnd() {
        return itemEnd;
    }

    boolean hasItems() {
        return !items.isEmpty();
    }

    DataSet around() {
        return around;
    }

    Encoding encoding() {
        return encoding;
    }

    /** Where the sequence ends, or {@link #NO_END}. */
    long end() {
        return end;
    }

    boolean isOpen() {
        return end == NO_END;
    }

    /** The finished element. */
    Element element() {
        return new Element(tag, Vr.SQ, new Value.Items(items(), isOpen(), unknown));
    }

    List<DataSet> items() {
        return List.copyOf(items);
    }
}

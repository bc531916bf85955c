// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A patient, study or series in the tree, with its check box and its counts. The counts of parents are sums. */
public final class CatalogNode {
    /** What a node stands for. */
    public enum Kind {
        /** All of it. */
        ROOT,
        PATIENT,
        STUDY,
        SERIES
    }

    private final Kind kind;
    private final String key;
    private final String title;
    private final String date;
    private final String modality;
    private final ObservableList<CatalogNode> children = FXCollections.observableArrayList();
    private final BooleanProperty selected = new SimpleBooleanProperty();
    private final BooleanProperty partly = new SimpleBooleanProperty();
    private final LongProperty images = new SimpleLongProperty();
    private final LongProperty bytes = new SimpleLongProperty();

    /** {@code key} tells it from its siblings. */
    CatalogNode(Kind kind, String key, String title, String date, String modality) {
        this.kind = kind;
        this.key = key;
        this.title = title;
        this.date = date;
        this.modality = modality;
    }

    /** Counts of a series; those of parents follow by {@link #sum()}. */
    void count(long imageCount, long byteCount) {
        images.set(imageCount);
        bytes.set(byteCount);
    }

    /** Adds up the counts of what is below, and finds out whether all, some or none of it is checked. */
    void sum() {
        if (kind == Kind.SERIES) {
            return;
        }
        long imageSum = 0;
        long byteSum = 0;
        boolean all = !children.isEmpty();
        boolean some = false;
        for (CatalogNode child : children) {
            child.sum();
            imageSum += child.images.get();
            byteSum += child.bytes.get();
            all &= child.selected.get();
            some |= child.selected.get() || child.partly.get();
        }
        images.set(imageSum);
        bytes.set(byteSum);
        selected.set(all);
        partly.set(some && !all);
    }

    /** Checks or unchecks it and all below; the owner then sums up from the root. */
    void check(boolean on) {
        selected.set(on);
        partly.set(false);
        children.forEach(child -> child.check(on));
    }

    /** What it stands for. */
    public Kind kind() {
        return kind;
    }

    /** What tells it from its siblings. */
    public String key() {
        return key;
    }

    /** Its name: of the patient, the study or the series. */
    public String title() {
        return title;
    }

    /** Day of the study or birth; may be empty. */
    public String date() {
        return date;
    }

    /** Modality of a series; may be empty. */
    public String modality() {
        return modality;
    }

    /** What is below. */
    public ObservableList<CatalogNode> children() {
        return children;
    }

    /** Whether all of it is chosen. */
    public BooleanProperty selected() {
        return selected;
    }

    /** Whether a part of it is chosen. */
    public BooleanProperty partly() {
        return partly;
    }

    /** Images in it. */
    public LongProperty images() {
        return images;
    }

    /** Size of it. */
    public LongProperty bytes() {
        return bytes;
    }

    /** Whether it can be unfolded. */
    public boolean isLeaf() {
        return kind == Kind.SERIES;
    }

    /** All series of a tree, in order. */
    static List<CatalogNode> series(CatalogNode node) {
        if (node.kind == Kind.SERIES) {
            return List.of(node);
        }
        return node.children.stream().flatMap(child -> series(child).stream()).toList();
    }
}

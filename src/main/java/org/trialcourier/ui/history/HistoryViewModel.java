// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.ui.shared.QueueFeed;

/** What was received or given up, newest first, and the receipt of the chosen one. */
public final class HistoryViewModel {
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable HistoryRow> chosen = new SimpleObjectProperty<>();
    private final HistoryRows wording;

    /** A history that follows the feed. */
    public HistoryViewModel(QueueFeed feed, HistoryRows wording) {
        this.wording = wording;
        feed.submissions().subscribe(this::refresh);
    }

    private void refresh(List<Submission> submissions) {
        List<HistoryRow> fresh = submissions.stream()
                .filter(s -> s.state() == State.RECEIVED || s.state() == State.CANCELLED)
                .sorted(Comparator.comparing(Submission::changed).reversed())
                .map(wording::of)
                .toList();
        if (fresh.equals(rows)) {
            return;
        }
        HistoryRow before = chosen.get();
        rows.setAll(fresh);
        chosen.set(rows.stream()
                .filter(row -> before != null && row.id().equals(before.id()))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
    }

    /** All settled submissions. */
    public ObservableList<HistoryRow> rows() {
        return rows;
    }

    /** The one whose receipt is shown; the newest until another is chosen. */
    public ObjectProperty<@Nullable HistoryRow> chosen() {
        return chosen;
    }
}

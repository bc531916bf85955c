// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.problem.Problem;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.work.JobRunner;

/** What was received or given up, newest first, and the receipt of the chosen one. */
public final class HistoryViewModel {
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable HistoryRow> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final HistoryRows wording;
    private final ReceiptWork work;
    private final JobRunner runner;
    private final QueueFeed feed;

    /** A history that follows the feed. */
    public HistoryViewModel(QueueFeed feed, HistoryRows wording, ReceiptWork work, JobRunner runner) {
        this.feed = feed;
        this.wording = wording;
        this.work = work;
        this.runner = runner;
        chosen.subscribe(row -> {
            saved.set("");
            problem.set(null);
        });
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

    /** Writes the shown receipt as a PDF. */
    public void save(Path file) {
        HistoryRow row = chosen.get();
        if (row == null) {
            return;
        }
        saved.set("");
        problem.set(null);
        runner.start(
                progress -> {
                    work.save(row.id(), file);
                    return String.valueOf(file.getFileName());
                },
                saved::set,
                failure -> problem.set(Faults.problem(failure)));
    }

    /** A name for the PDF of a row: the ids of subject and visit, no more. */
    public static String fileName(HistoryRow row) {
        return "receipt " + row.subject() + " " + row.visit().replaceAll("[\\\\/:*?\"<>|]", "-") + ".pdf";
    }

    /** The name of the file that was written last for the shown receipt; empty before. */
    public ReadOnlyStringProperty saved() {
        return saved.getReadOnlyProperty();
    }

    /** Why it could not be written, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there may be more than is seen. */
    public ObservableBooleanValue blind() {
        return feed.blind();
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

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Finding;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;
import org.trialcourier.ui.review.AttributeRow.Filter;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.Ticker;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** What was found about the images, with the reasons typed in, and what leaves this computer. */
public final class ReviewViewModel {
    private final ObservableList<FindingRow> findings = FXCollections.observableArrayList();
    private final ObservableList<AttributeRow> attributes = FXCollections.observableArrayList();
    private final FilteredList<AttributeRow> shown = new FilteredList<>(attributes);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.CHANGED);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper previewing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyIntegerWrapper settled = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<Filter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final JobRunner runner;
    private final Ticker ticker;
    private final SearchCount searched;
    private final AttributeRows wording;
    private final List<Progress> running = new ArrayList<>();
    private Runnable stopWatching = () -> {};
    private Runnable onlyNew = () -> {};

    private List<Phrase> compared = List.of();

    private record Checked(List<Finding> findings, List<Phrase> compared) {}

    /** An empty review. */
    public ReviewViewModel(JobRunner runner, Ticker ticker, InstantSource clock, Words words) {
        this.runner = runner;
        this.ticker = ticker;
        this.searched = new SearchCount(ticker, clock, words);
        this.wording = new AttributeRows(words);
        filter.subscribe(now -> narrow());
        search.subscribe(now -> narrow());
    }

    /** Hears that only what was not sent before is wanted. */
    public void whenOnlyNew(Runnable action) {
        onlyNew = action;
    }

    /** Leaves out what was sent before. */
    public void onlyNew() {
        onlyNew.run();
    }

    private void narrow() {
        shown.setPredicate(row -> row.passes(filter.get(), search.get()));
    }

    /** Looks at a draft; reasons typed for findings that are found again are kept. */
    public void review(ReviewWork work) {
        stop();
        problem.set(null);
        Map<String, String> kept = reasons();
        findings.clear();
        attributes.clear();
        counts.set(Map.of());
        checking.set(true);
        previewing.set(true);
        judge();
        compared = List.of();
        Progress looking = runner.start(
                progress -> new Checked(work.findings(progress), work.compared()),
                found -> checked(work, found, kept),
                this::failed);
        running.add(looking);
        if (!previewing.get()) {
            return;
        }
        if (checking.get()) {
            searched.follow(looking);
        }
        Progress progress = runner.start(work::preview, this::previewed, this::failed);
        running.add(progress);
        if (previewing.get()) {
            stopWatching = ticker.every(
                    Ticker.WATCH, () -> share.set(progress.snapshot().share()));
        }
    }

    private void checked(ReviewWork work, Checked found, Map<String, String> kept) {
        compared = found.compared();
        searched.stop();
        checking.set(false);
        List<FindingRow> rows = found.findings().stream().map(FindingRow::new).toList();
        for (FindingRow row : rows) {
            row.reason().set(kept.getOrDefault(row.finding().code(), ""));
            row.reason().subscribe(text -> look(work, row, text));
        }
        findings.setAll(rows);
        judge();
    }

    /** A typed reason leaves with the images, so whether it names the patient is told while it can be written anew. */
    private void look(ReviewWork work, FindingRow row, String text) {
        judge();
        if (row.isLongEnough()) {
            runner.start(
                    progress -> work.namesPatient(text),
                    names -> {
                        row.looked(text, names);
                        judge();
                    },
                    Faults::problem);
        } else {
            row.looked(text, false);
        }
    }

    private void previewed(ReviewWork.Preview preview) {
        previewing.set(false);
        stopWatching.run();
        attributes.setAll(preview.rows().stream().map(wording::of).toList());
        Map<Filter, Integer> numbers = new EnumMap<>(Filter.class);
        for (Filter each : Filter.values()) {
            numbers.put(each, (int)
                    attributes.stream().filter(row -> row.passes(each, "")).count());
        }
        counts.set(numbers);
        if (!preview.refusals().isEmpty()) {
            problem.set(new Problem.HeldBack(preview.refusals()));
        }
        judge();
    }

    private void failed(Exception failure) {
        stop();
        problem.set(Faults.problem(failure));
        judge();
    }

    /** Stops looking and forgets what was found, and what was typed about it. */
    public void clear() {
        stop();
        problem.set(null);
        compared = List.of();
        findings.clear();
        attributes.clear();
        counts.set(Map.of());
        search.set("");
        judge();
    }

    /** Stops looking. */
    public void stop() {
        running.forEach(Progress::cancel);
        running.clear();
        stopWatching.run();
        searched.stop();
        checking.set(false);
        previewing.set(false);
    }

    private void judge() {
        settled.set(settledTopics());
        boolean looked = !checking.get() && !previewing.get() && !attributes.isEmpty();
        ready.set(looked && problem.get() == null && findings.stream().allMatch(FindingRow::isSettled));
    }

    /** The typed reasons by the code of the finding. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (FindingRow row : findings) {
            String text = row.reason().get().strip();
            if (row.finding().needsReason() && !text.isEmpty()) {
                reasons.merge(row.finding().code(), text, (a, b) -> a.equals(b) ? a : a + "; " + b);
            }
        }
        return reasons;
    }

    /** What was found about one question, the weightiest first. */
    public List<FindingRow> findings(Topic topic) {
        return findings.stream()
                .filter(row -> Topic.of(row.finding().code()) == topic)
                .toList();
    }

    /** How many questions have nothing left that stands in the way. */
    public int settledTopics() {
        return (int) Arrays.stream(Topic.values())
                .filter(topic -> findings(topic).stream().allMatch(FindingRow::isSettled))
                .count();
    }

    /** The same, to follow. */
    public ReadOnlyIntegerProperty settled() {
        return settled.getReadOnlyProperty();
    }

    /** What the images were compared with to see that they are of the subject. */
    public List<Phrase> compared() {
        return compared;
    }

    /** All findings. */
    public ObservableList<FindingRow> findings() {
        return findings;
    }

    /** The attributes that filter and search let through. */
    public ObservableList<AttributeRow> shown() {
        return shown;
    }

    /** Which attributes are shown. */
    public ObjectProperty<Filter> filter() {
        return filter;
    }

    /** What is searched for in names, values and rules. */
    public StringProperty search() {
        return search;
    }

    /** How many attributes each filter lets through. */
    public ReadOnlyObjectProperty<Map<Filter, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    /** Whether checks still run. */
    public ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    /** How far the search for text in the pictures is. */
    public SearchCount searched() {
        return searched;
    }

    /** Whether the preview is still being made. */
    public ReadOnlyBooleanProperty previewing() {
        return previewing.getReadOnlyProperty();
    }

    /** Share of the preview, 0 to 1, or -1. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** Whether nothing stands in the way of sending. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** What cannot be sent and why, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}

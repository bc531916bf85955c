// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.work.JobRunner;

/** Who did what and when in one trial and at this workstation, and whether the whole trail is whole. */
public final class AuditViewModel {
    private static final int SHOWN = 20_000;
    private static final int SHOWN_FAULTS = 5;

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.CHECKING);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> acts = FXCollections.observableArrayList("");
    private final ObservableList<String> submissions = FXCollections.observableArrayList("");
    private final ObservableList<String> faults = FXCollections.observableArrayList();
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty act = new SimpleStringProperty("");
    private final StringProperty submission = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private List<AuditEntry> entries = List.of();
    private Map<String, String> submissionWords = Map.of();
    private final String trial;
    private final AuditWork work;
    private final JobRunner runner;
    private final Words words;
    private final AuditWords inWords;
    private final ZoneId zone;

    /** What the check of the trail says. */
    public enum Verdict {
        CHECKING,
        WHOLE,
        BROKEN
    }

    /** One entry in words. */
    public record Row(String seq, String when, String who, String what, String details) {}

    private record Loaded(List<AuditEntry> entries, AuditReport report) {}

    /** What the trail says of one trial, read when it is asked for. */
    public AuditViewModel(String trial, AuditWork work, JobRunner runner, Words words, ZoneId zone) {
        this.trial = trial;
        this.work = work;
        this.runner = runner;
        this.words = words;
        this.zone = zone;
        this.inWords = new AuditWords(words, zone);
        Stream.<Observable>of(text, act, submission, from, until).forEach(part -> part.addListener(change -> fill()));
    }

    /** Reads and checks the trail anew. */
    public void load() {
        verdict.set(Verdict.CHECKING);
        problem.set(null);
        runner.start(progress -> new Loaded(work.latest(trial, SHOWN), work.verify()), this::loaded, this::failed);
    }

    private void loaded(Loaded trail) {
        entries = trail.entries();
        submissionWords = entries.stream()
                .filter(each -> each.details().containsKey("submission"))
                .collect(Collectors.toMap(
                        each -> each.details().getOrDefault("submission", ""),
                        AuditViewModel::submissionInWords,
                        (newer, older) -> older.length() > newer.length() ? older : newer,
                        LinkedHashMap::new));
        offer(acts, entries.stream().map(AuditEntry::what).distinct().sorted().toList(), act);
        offer(submissions, List.copyOf(submissionWords.keySet()), submission);
        faults.setAll(trail.report().faults().stream()
                .limit(SHOWN_FAULTS)
                .map(fault -> words.say("audit.fault." + fault.kind().word(), fault.seq()))
                .toList());
        verdict.set(trail.report().intact() ? Verdict.WHOLE : Verdict.BROKEN);
        fill();
    }

    /** Subject, visit and the beginning of the id, as far as an entry tells. */
    private static String submissionInWords(AuditEntry entry) {
        Map<String, String> details = entry.details();
        String id = details.getOrDefault("submission", "");
        String begin = id.substring(0, Math.min(8, id.length()));
        return Stream.of(details.getOrDefault("subject", ""), details.getOrDefault("visit", ""), begin)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void offer(ObservableList<String> offered, List<String> values, StringProperty chosen) {
        String before = chosen.get();
        List<String> all = new ArrayList<>(values);
        all.addFirst("");
        offered.setAll(all);
        chosen.set(all.contains(before) ? before : "");
    }

    private void fill() {
        AuditFilter filter = new AuditFilter(plain(text), plain(act), plain(submission), from.get(), until.get(), zone);
        rows.setAll(entries.stream()
                .filter(entry -> filter.takes(entry, inWords.act(entry.what()) + " " + inWords.details(entry)))
                .map(this::row)
                .toList());
    }

    /** An act in words. */
    String actWord(String act) {
        return inWords.act(act);
    }

    private static String plain(StringProperty property) {
        String value = property.get();
        return value == null ? "" : value;
    }

    private Row row(AuditEntry entry) {
        return new Row(
                String.valueOf(entry.seq()),
                inWords.moment(entry.time()),
                entry.who().equals(AuditEntry.PROGRAM) ? words.say("audit.program") : entry.who(),
                inWords.act(entry.what()),
                inWords.details(entry));
    }

    /** Writes what the trail says of this trial as CSV. */
    public void export(Path file) {
        problem.set(null);
        runner.start(
                progress -> {
                    work.export(trial, file);
                    return file;
                },
                done -> {},
                this::failed);
    }

    private void failed(Exception failure) {
        problem.set(Faults.problem(failure));
    }

    /** The trial that the entries are about. */
    public String trial() {
        return trial;
    }

    /** The entries looked for, newest first. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** The acts that occur, an empty one for all in front. */
    public ObservableList<String> acts() {
        return acts;
    }

    /** The ids of submissions that occur, an empty one for all in front. */
    public ObservableList<String> submissions() {
        return submissions;
    }

    /** A submission in words. */
    public String submissionWord(String id) {
        return submissionWords.getOrDefault(id, id);
    }

    /** What is broken and at which entry, in words; empty where nothing is. */
    public ObservableList<String> faults() {
        return faults;
    }

    /** Words that an entry must hold. */
    public StringProperty text() {
        return text;
    }

    /** The act looked for, or an empty string. */
    public StringProperty act() {
        return act;
    }

    /** The submission looked for, or an empty string. */
    public StringProperty submission() {
        return submission;
    }

    /** The first day looked at, or null. */
    public ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    /** The last day looked at, or null. */
    public ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    /** Whether the trail is whole. */
    public ReadOnlyObjectProperty<Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    /** Why it could not be read or written, or null. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}

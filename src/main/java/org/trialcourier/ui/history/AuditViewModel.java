// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.history;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.problem.Problem;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.work.JobRunner;

/** Who did what and when, and whether the trail is whole. */
public final class AuditViewModel {
    private static final int SHOWN = 1000;

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.CHECKING);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final AuditWork work;
    private final JobRunner runner;
    private final Words words;
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

    /** A trail that is read when it is asked for. */
    public AuditViewModel(AuditWork work, JobRunner runner, Words words, ZoneId zone) {
        this.work = work;
        this.runner = runner;
        this.words = words;
        this.zone = zone;
    }

    /** Reads and checks the trail anew. */
    public void load() {
        verdict.set(Verdict.CHECKING);
        problem.set(null);
        runner.start(progress -> new Loaded(work.latest(SHOWN), work.verify()), this::loaded, this::failed);
    }

    private void loaded(Loaded trail) {
        rows.setAll(trail.entries().stream().map(this::row).toList());
        verdict.set(trail.report().intact() ? Verdict.WHOLE : Verdict.BROKEN);
    }

    private Row row(AuditEntry entry) {
        String details = entry.details().entrySet().stream()
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", "));
        return new Row(String.valueOf(entry.seq()), moment(entry.time()), entry.who(), entry.what(), details);
    }

    private String moment(String iso) {
        try {
            return words.formats().moment(OffsetDateTime.parse(iso).toInstant(), zone);
        } catch (DateTimeParseException notIso) {
            return iso;
        }
    }

    /** Writes the whole trail as CSV. */
    public void export(Path file) {
        problem.set(null);
        runner.start(
                progress -> {
                    work.export(file);
                    return file;
                },
                done -> {},
                this::failed);
    }

    private void failed(Exception failure) {
        problem.set(Faults.problem(failure));
    }

    /** The last entries, newest first. */
    public ObservableList<Row> rows() {
        return rows;
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

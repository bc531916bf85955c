// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.trialcourier.app.App;
import org.trialcourier.app.LoginStart;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Suggestion;
import org.trialcourier.connect.Examination;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Series;
import org.trialcourier.settings.Settings;
import org.trialcourier.settings.SigningPin;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.SeriesWriting;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.history.AuditWork;
import org.trialcourier.ui.queue.LimitsWork;
import org.trialcourier.ui.queue.QueueActions;
import org.trialcourier.ui.review.ReviewWork;
import org.trialcourier.ui.send.SendWork;
import org.trialcourier.ui.settings.SettingsWork;
import org.trialcourier.work.Progress;

/** The program behind the screens: each method blocks and is called away from the UI thread. */
final class DeskWork implements QueueActions, SendWork, SettingsWork, AuditWork, LimitsWork {
    private static final int SUGGESTIONS = 3;

    private final App app;

    DeskWork(App app) {
        this.app = app;
    }

    App app() {
        return app;
    }

    List<Submission> submissions() throws ProblemException {
        return app.queue().list();
    }

    Set<UUID> needingSources() throws ProblemException {
        return app.queue().needingSources();
    }

    ReviewWork review(Draft draft) {
        return new ReviewWork() {
            @Override
            public List<Finding> findings(Progress progress) throws ProblemException, InterruptedException {
                return app.submissions().findings(draft, progress);
            }

            @Override
            public Preview preview(Progress progress) throws ProblemException, InterruptedException {
                var made = app.submissions().preview(draft, progress);
                return new Preview(
                        made.rows(),
                        made.refusals().stream()
                                .map(held -> new Problem.HeldImage(held.number(), held.reason()))
                                .toList());
            }
        };
    }

    /** Where something is written in the pictures of a series. */
    SeriesWriting look(Series series, Progress progress) throws InterruptedException {
        return app.writing().of(series, progress);
    }

    /** Whose images these may be, likeliest first. */
    List<Suggestion> suggestions(Trial trial, Catalog selection) throws ProblemException {
        return app.submissions().suggestions(trial, selection.studies(), SUGGESTIONS);
    }

    @Override
    public void pause(UUID id) throws ProblemException {
        app.queue().pause(id, app.user());
    }

    @Override
    public void resume(UUID id) throws ProblemException {
        app.queue().resume(id, app.user());
    }

    @Override
    public void retry(UUID id) throws ProblemException {
        app.queue().retry(id, app.user());
    }

    @Override
    public void cancel(UUID id) throws ProblemException {
        app.queue().cancel(id, app.user());
    }

    @Override
    public void moveFirst(UUID id) throws ProblemException {
        app.queue().moveFirst(id, app.user());
    }

    @Override
    public boolean pinIsChosen() throws ProblemException {
        return new SigningPin(app.secrets()).isChosen();
    }

    @Override
    public void choosePin(String pin) throws ProblemException {
        new SigningPin(app.secrets()).choose(pin);
    }

    @Override
    public boolean pinMatches(String pin) throws ProblemException {
        return new SigningPin(app.secrets()).matches(pin, app.clock().instant());
    }

    @Override
    public Submission send(Draft draft) throws ProblemException {
        return app.submissions().send(draft, app.user());
    }

    /** Examines the way to the receiver of a trial. */
    Examination examine(Trial trial) throws ProblemException, InterruptedException {
        return app.examine(trial);
    }

    @Override
    public List<AuditEntry> latest(int count) throws ProblemException {
        return app.queue().audit().latest(count);
    }

    @Override
    public AuditReport verify() throws ProblemException {
        return app.verifyTrail();
    }

    @Override
    public void export(Path file) throws ProblemException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            app.queue().audit().exportCsv(out);
        }
    }

    @Override
    public Settings settings() {
        return app.settings();
    }

    @Override
    public void change(UnaryOperator<Settings> change) throws ProblemException {
        app.change(change);
    }

    @Override
    public Facts facts() throws ProblemException {
        try {
            return new Facts(
                    app.folder().freeBytes(), LoginStart.ofThisComputer().offer());
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unreadable(
                            app.folder().home().toString(), e.getClass().getSimpleName()),
                    e);
        }
    }

    @Override
    public void startAtLogin(boolean on) throws ProblemException {
        LoginStart.ofThisComputer().set(on);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.app.AddedAuthorities;
import org.trialcourier.app.App;
import org.trialcourier.app.LoginStart;
import org.trialcourier.audit.AuditEntry;
import org.trialcourier.audit.AuditReport;
import org.trialcourier.check.Finding;
import org.trialcourier.check.Suggestion;
import org.trialcourier.connect.Examination;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Series;
import org.trialcourier.settings.Settings;
import org.trialcourier.settings.SigningPin;
import org.trialcourier.submit.Draft;
import org.trialcourier.submit.Rechecks;
import org.trialcourier.submit.SeriesWriting;
import org.trialcourier.trial.Subject;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFetch;
import org.trialcourier.trial.VisitBoard;
import org.trialcourier.trial.VisitExport;
import org.trialcourier.ui.history.AuditWork;
import org.trialcourier.ui.queue.LimitsWork;
import org.trialcourier.ui.queue.QueueActions;
import org.trialcourier.ui.review.ReviewWork;
import org.trialcourier.ui.send.SendWork;
import org.trialcourier.ui.settings.SettingsWork;
import org.trialcourier.ui.shell.ClosingNotices;
import org.trialcourier.ui.subject.SubjectViewModel;
import org.trialcourier.ui.visits.ExportViewModel;
import org.trialcourier.work.Progress;

/** The program behind the screens: each method blocks and is called away from the UI thread. */
final class DeskWork
        implements QueueActions,
                SendWork,
                SettingsWork,
                AuditWork,
                LimitsWork,
                ExportViewModel.Work,
                ClosingNotices.Boards {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWork.class);
    private static final int SUGGESTIONS = 3;

    private final App app;
    private final Rechecks rechecks = new Rechecks();

    DeskWork(App app) {
        this.app = app;
    }

    App app() {
        return app;
    }

    List<Submission> submissions() throws ProblemException {
        return app.queue().list();
    }

    ReviewWork review(Draft draft) {
        return new DeskReview(app, draft, rechecks);
    }

    /** Where something is written in the pictures of a series. */
    SeriesWriting look(Series series, Progress progress) throws InterruptedException {
        return app.writing().of(series, progress);
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
    public void cancel(UUID id, String reason) throws ProblemException {
        app.answers().giveUp(id, reason);
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
        app.acts().choosePin(pin);
    }

    @Override
    public boolean pinMatches(String pin) throws ProblemException {
        return app.acts().pinMatches(pin);
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
    public List<AuditEntry> latest(String trial, int count) throws ProblemException {
        return app.queue().audit().ofTrial(trial).reversed().stream()
                .limit(count)
                .toList();
    }

    @Override
    public AuditReport verify() throws ProblemException {
        return app.verifyTrail();
    }

    @Override
    public void export(String trial, Path file) throws ProblemException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            app.acts().exportTrail(out, false, trial);
        }
    }

    @Override
    public Settings settings() {
        return app.settings();
    }

    @Override
    public List<String> authorities() throws ProblemException {
        return new AddedAuthorities(app).names();
    }

    @Override
    public void trust(Path file) throws ProblemException {
        new AddedAuthorities(app).choose(file);
    }

    @Override
    public void trustSystemAlone() throws ProblemException {
        new AddedAuthorities(app).forget();
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

    /** What is made out of images before a subject is chosen. */
    SubjectViewModel.Suggest looksAt(Trial trial) {
        return new SubjectViewModel.Suggest() {
            @Override
            public List<Suggestion> of(Catalog selection) throws ProblemException {
                return app.submissions().suggestions(trial, selection.studies(), SUGGESTIONS);
            }

            @Override
            public List<Finding> findings(Catalog selection) throws ProblemException {
                return app.submissions().findings(trial, selection.studies(), rechecks);
            }

            @Override
            public List<Phrase> doubts(Catalog selection, Subject subject) throws ProblemException {
                return app.submissions().doubts(trial, selection.studies(), subject);
            }
        };
    }

    /** Asks receivers whether they have questions, and servers whether trials changed; the trials that did. */
    List<Trial> news(Progress progress) throws ProblemException, InterruptedException {
        app.runner().inquire(progress);
        List<Trial> changed = new ArrayList<>();
        for (Trial trial : app.trials().all()) {
            progress.check();
            try {
                if (app.joining().refresh(trial) instanceof TrialFetch.Result.Fresh fresh
                        && !fresh.trial().json().equals(trial.json())) {
                    changed.add(fresh.trial());
                }
            } catch (ProblemException e) {
                // The last good copy goes on; its age stands in the settings.
                LOG.info(
                        "{} could not be asked for: {}",
                        trial.id(),
                        e.problem().getClass().getSimpleName());
            }
        }
        return changed;
    }

    @Override
    public boolean isClosingTold() {
        return app.settings().closingNotices();
    }

    @Override
    public boolean isBlind() throws ProblemException {
        return app.boards().isBlind();
    }

    @Override
    public List<VisitBoard.Cell> closingSoonest() throws ProblemException {
        return VisitBoard.closingSoonest(app.boards().all());
    }

    @Override
    public void csv(Path file) throws ProblemException {
        write(file, VisitExport.csv(app.boards().all()));
    }

    @Override
    public void calendar(Path file, VisitExport.Planned planned) throws ProblemException {
        write(file, VisitExport.ics(app.boards().all(), app.clock().instant(), planned));
    }

    private static void write(Path file, String text) throws ProblemException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unwritable(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}

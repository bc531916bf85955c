// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.trialcourier.app.App;
import org.trialcourier.app.PracticeMode;
import org.trialcourier.app.Scans;
import org.trialcourier.app.Version;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.history.AuditViewModel;
import org.trialcourier.ui.history.HistoryRows;
import org.trialcourier.ui.history.HistoryView;
import org.trialcourier.ui.history.HistoryViewModel;
import org.trialcourier.ui.images.Frame;
import org.trialcourier.ui.images.ImagesViewModel;
import org.trialcourier.ui.queue.QueueRows;
import org.trialcourier.ui.queue.QueueView;
import org.trialcourier.ui.queue.QueueViewModel;
import org.trialcourier.ui.review.ReviewViewModel;
import org.trialcourier.ui.send.SendViewModel;
import org.trialcourier.ui.settings.DoctorViewModel;
import org.trialcourier.ui.settings.SettingsView;
import org.trialcourier.ui.settings.SettingsViewModel;
import org.trialcourier.ui.settings.SignInViewModel;
import org.trialcourier.ui.shared.Question;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Ticker;
import org.trialcourier.ui.shell.Notices;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.shell.ShellView;
import org.trialcourier.ui.shell.ShellViewModel;
import org.trialcourier.ui.shell.TrialMenu;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.subject.SubjectViewModel;
import org.trialcourier.ui.submission.SubmissionView;
import org.trialcourier.ui.submission.SubmissionViewModel;
import org.trialcourier.ui.visits.VisitsView;
import org.trialcourier.ui.visits.VisitsViewModel;
import org.trialcourier.work.JobRunner;

/** The work on one trial: its screens, put together, and the queue that runs behind them. */
final class Desk implements AutoCloseable {
    private final ShellViewModel shell;
    private final SubmissionViewModel submission;
    private final SettingsViewModel settings;
    private final QueueFeed feed;
    private final DeskWork work;
    private final Tools tools;
    private final Moves moves;
    private final Consumer<String> outside;
    private final Workplace place;
    private final Trial trial;
    private Question.Asker asking = question -> {};
    private Runnable stopLooking = () -> {};

    /** What every screen works with. */
    record Tools(JobRunner runner, Ticker ticker, Words words) {}

    /** Ways from one desk to another; each asks first where a draft would be forgotten. */
    interface Moves {
        /** Works in another trial of this workstation. */
        void change(Trial to);

        /** Practises. */
        void practise();

        /** Offers to join a trial. */
        void join();
    }

    /**
     * Puts the screens together.
     *
     * @param outside says something where the window is not seen
     */
    Desk(Workplace place, Tools tools, Moves moves, Consumer<String> outside) throws ProblemException {
        this.work = new DeskWork(place.app());
        this.tools = tools;
        this.moves = moves;
        this.outside = outside;
        this.place = place;
        this.trial = place.trial();
        App app = work.app();
        feed = new QueueFeed(tools.runner(), work::submissions, work::needingSources, app.clock());
        shell = new ShellViewModel(feed);
        shell.work(trial, place.practice().isPresent());
        submission = new SubmissionViewModel(
                trial,
                new SubmissionViewModel.Steps(
                        new SourceViewModel(Scans::scan, tools.runner(), tools.ticker(), tools.words()),
                        new SubjectViewModel(
                                trial, chosen -> work.suggestions(trial, chosen), tools.runner(), tools.words()),
                        new ReviewViewModel(tools.runner(), tools.ticker(), tools.words()),
                        new ImagesViewModel(Frame::draw, work::look, tools.runner()),
                        new SendViewModel(trial, work, tools.runner(), tools.words(), this::sent)),
                work::review);
        shell.draft().bind(submission.begun());
        settings = new SettingsViewModel(work, tools.runner());
    }

    private void sent(Submission queued) {
        shell.expect(queued.id());
        submission.clear();
        feed.look();
        shell.open(Screen.QUEUE);
    }

    /** Begins to look at the queue. */
    void start() {
        feed.look();
        stopLooking = tools.ticker().every(QueueFeed.PACE, feed::look);
    }

    /** The window's content. */
    ShellView view() {
        Words words = tools.words();
        Map<Screen, Supplier<Node>> screens = new EnumMap<>(Screen.class);
        screens.put(Screen.VISITS, this::visits);
        screens.put(
                Screen.NEW,
                () -> new SubmissionView(submission, words, place.practice().map(PracticeMode::disc)));
        screens.put(
                Screen.QUEUE,
                () -> new QueueView(
                        new QueueViewModel(
                                feed,
                                new QueueViewModel.Work(work, work),
                                tools.runner(),
                                work.app().clock(),
                                new QueueRows(words, trial.site().timeZone())),
                        words,
                        () -> shell.open(Screen.NEW),
                        question -> asking.ask(question)));
        screens.put(
                Screen.HISTORY,
                () -> new HistoryView(
                        new HistoryViewModel(
                                feed, new HistoryRows(words, trial.site().timeZone())),
                        new AuditViewModel(
                                work, tools.runner(), words, trial.site().timeZone()),
                        words));
        screens.put(
                Screen.SETTINGS,
                () -> new SettingsView(
                        settings,
                        signIn(),
                        new DoctorViewModel(() -> work.examine(trial), tools.runner()),
                        words,
                        places()));
        ShellView view = new ShellView(
                shell,
                words,
                tools.ticker(),
                screens,
                new TrialMenu.Offer(place.trials(), moves::change, moves::practise, moves::join));
        asking = view;
        Notices.watch(feed, words, notice -> {
            view.tell(notice);
            outside.accept(notice.text());
        });
        return view;
    }

    private SignInViewModel signIn() {
        SignInViewModel signIn = new SignInViewModel(new DeskSignIn(work.app(), trial), tools.runner());
        feed.submissions()
                .map(all -> all.stream().anyMatch(each -> each.problem().orElse(null) instanceof Problem.SignInNeeded))
                .subscribe(wanted -> signIn.look());
        return signIn;
    }

    private Node visits() {
        VisitsViewModel model = new VisitsViewModel(trial, feed, work.app().clock(), tools.words(), this::begin);
        return new VisitsView(model, tools.words(), () -> shell.open(Screen.NEW));
    }

    private void begin(String subject, String visit) {
        submission.begin(subject, visit);
        shell.open(Screen.NEW);
    }

    private SettingsView.Places places() {
        return new SettingsView.Places(
                work.app().folder().home().toString(),
                work.app().secrets().place(),
                Version.NAME_AND_NUMBER,
                place.trials(),
                moves::join);
    }

    /** Takes in files dropped anywhere on the window. */
    void drop(List<Path> paths) {
        shell.open(Screen.NEW);
        submission.drop(paths);
    }

    ShellViewModel shell() {
        return shell;
    }

    SubmissionViewModel submission() {
        return submission;
    }

    SettingsViewModel settings() {
        return settings;
    }

    @Override
    public void close() {
        stopLooking.run();
        submission.clear();
    }
}

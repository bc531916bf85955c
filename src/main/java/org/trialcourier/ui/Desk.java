// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.PracticeMode;
import org.trialcourier.app.Scans;
import org.trialcourier.app.Version;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.submit.Draft;
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
import org.trialcourier.ui.settings.TrialsViewModel;
import org.trialcourier.ui.shared.Faults;
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
import org.trialcourier.ui.visits.ExportViewModel;
import org.trialcourier.ui.visits.Query;
import org.trialcourier.ui.visits.QueryViewModel;
import org.trialcourier.ui.visits.VisitsView;
import org.trialcourier.ui.visits.VisitsViewModel;
import org.trialcourier.work.JobRunner;

/** The work on one trial: its screens, put together, and the queue that runs behind them. */
final class Desk implements AutoCloseable {
    /** How often receivers and servers are asked for news. */
    private static final Duration NEWS = Duration.ofMinutes(5);

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
    private final DeskTrials near;
    private final QueueFeed own;
    private final QueryViewModel query;
    private @Nullable Query fixing;
    private Question.Asker asking = question -> {};
    private Runnable stopLooking = () -> {};
    private Runnable stopAsking = () -> {};

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
                        new SubjectViewModel(trial, work.looksAt(trial), tools.runner(), tools.words()),
                        new ReviewViewModel(tools.runner(), tools.ticker(), tools.words()),
                        new ImagesViewModel(Frame::draw, work::look, tools.runner()),
                        new SendViewModel(trial, work, tools.runner(), tools.words(), this::sent)),
                work::review,
                this::onlyNew);
        shell.draft().bind(submission.begun());
        settings = new SettingsViewModel(work, tools.runner());
        near = new DeskTrials(place, moves);
        own = feed.of(trial);
        query = new QueryViewModel(
                new DeskQueries(work, trial, () -> submission.steps().source().found(), this::fix), tools.runner());
    }

    private void onlyNew(Draft draft, Consumer<Draft> rest) {
        tools.runner().start(progress -> work.app().sentBefore().onlyNew(draft), rest, Faults::problem);
    }

    private void fix(Query asked) {
        fixing = asked;
        submission.complete(asked.subject(), asked.visit());
        shell.open(Screen.NEW);
    }

    private void sent(Submission queued) {
        shell.expect(queued.id());
        submission.clear();
        feed.look();
        Query asked = fixing;
        fixing = null;
        boolean corrects = asked != null
                && asked.subject().equals(queued.subject())
                && asked.visit().equals(queued.visit());
        if (corrects) {
            query.show(asked);
            query.corrected(queued.id());
        }
        shell.open(corrects ? Screen.VISITS : Screen.QUEUE);
    }

    /** News of receivers and servers; a trial that changed comes to the screen as soon as no draft would be lost. */
    private void news() {
        if (!submission.begun().get()) {
            tools.runner()
                    .start(
                            work::news,
                            changed -> changed.stream()
                                    .filter(each -> each.id().equals(trial.id())
                                            && !submission.begun().get())
                                    .findFirst()
                                    .ifPresent(near::renewed),
                            Faults::problem);
        }
    }

    /** Begins to look at the queue. */
    void start() {
        feed.look();
        stopLooking = tools.ticker().every(QueueFeed.PACE, feed::look);
        stopAsking = tools.ticker().every(NEWS, this::news);
        news();
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
                                own,
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
                                own, new HistoryRows(words, trial.site().timeZone())),
                        new AuditViewModel(
                                work, tools.runner(), words, trial.site().timeZone()),
                        words));
        screens.put(
                Screen.SETTINGS,
                () -> new SettingsView(
                        settings,
                        signIn(),
                        new DoctorViewModel(() -> work.examine(trial), tools.runner()),
                        new TrialsViewModel(work, tools.runner(), near::renewed, near::left, moves::join),
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
        VisitsViewModel.Moves clicks = new VisitsViewModel.Moves() {
            @Override
            public void begin(String subject, String visit) {
                Desk.this.begin(subject, visit);
            }

            @Override
            public void ask(Query asked) {
                query.show(asked);
            }

            @Override
            public void work(Trial other) {
                moves.change(other);
            }
        };
        return new VisitsView(
                new VisitsViewModel(near.trials(), feed, work.app().clock(), tools.words(), clicks),
                query,
                new ExportViewModel(work, tools.runner()),
                tools.words(),
                () -> shell.open(Screen.NEW));
    }

    private void begin(String subject, String visit) {
        submission.begin(subject, visit);
        shell.open(Screen.NEW);
    }

    private SettingsView.Places places() {
        return new SettingsView.Places(
                work.app().folder().home().toString(), work.app().secrets().place(), Version.NAME_AND_NUMBER);
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
        stopAsking.run();
        submission.clear();
    }
}

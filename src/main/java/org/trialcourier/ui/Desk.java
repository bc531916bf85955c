// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.Scans;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Discs;
import org.trialcourier.submit.Draft;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.images.Frame;
import org.trialcourier.ui.images.ImagesViewModel;
import org.trialcourier.ui.review.ReviewViewModel;
import org.trialcourier.ui.send.SendViewModel;
import org.trialcourier.ui.settings.SettingsViewModel;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.Question;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Ticker;
import org.trialcourier.ui.shell.ClosingNotices;
import org.trialcourier.ui.shell.Notices;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.shell.ShellView;
import org.trialcourier.ui.shell.ShellViewModel;
import org.trialcourier.ui.shell.TrialMenu;
import org.trialcourier.ui.source.DiscWatch;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.subject.SubjectViewModel;
import org.trialcourier.ui.submission.SubmissionViewModel;
import org.trialcourier.ui.visits.Query;
import org.trialcourier.ui.visits.QueryViewModel;
import org.trialcourier.work.JobRunner;

/** The work on one trial: its screens, put together, and the queue that runs behind them. */
final class Desk implements AutoCloseable {
    /** How often receivers and servers are asked for news. */
    private static final Duration NEWS = Duration.ofMinutes(5);

    /** How often the receiver of practice mode reads what it got. */
    private static final Duration READING = Duration.ofSeconds(5);

    private final Models models;
    private final DeskWork work;
    private final Tools tools;
    private final Moves moves;
    private final ClosingNotices.Voice outside;
    private final Workplace place;
    private final Trial trial;
    private final DeskTrials near;
    private final QueueFeed behind;
    private final List<Runnable> watches = new ArrayList<>();
    private @Nullable Query fixing;
    private Question.Asker asking = question -> {};

    /** What the screens show, beside what each makes for itself; {@code own} is the feed of this trial alone. */
    record Models(
            ShellViewModel shell,
            SubmissionViewModel submission,
            SettingsViewModel settings,
            QueryViewModel query,
            QueueFeed feed,
            QueueFeed own) {}

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

        /** Sets out the desk of the trial that is on the screen again, on the same screen, and says the news there. */
        void renew(Workplace at, Trial shown, List<Notices.Notice> news);
    }

    /**
     * Puts the screens together.
     *
     * @param outside says something where the window is not seen
     */
    Desk(Workplace place, Tools tools, Moves moves, ClosingNotices.Voice outside) throws ProblemException {
        this.work = new DeskWork(place.app());
        this.tools = tools;
        this.moves = moves;
        this.outside = outside;
        this.place = place;
        this.trial = place.trial();
        near = new DeskTrials(place, tools.words(), moves);
        JobRunner runner = tools.runner();
        QueueFeed feed = new QueueFeed(
                runner,
                work::submissions,
                () -> Lights.needing(work.app()),
                place.app().clock());
        behind = new Lights(place).feed(feed, runner);
        ShellViewModel shell = new ShellViewModel(behind);
        shell.work(trial, place.practice().isPresent());
        feed.lost().set(place.hasLost());
        behind.lost().set(place.hasLost());
        place.damage().stream().findFirst().ifPresent(shell.problem()::set);
        SubmissionViewModel submission = makeSubmission();
        shell.draft().bind(submission.holdsImages());
        SettingsViewModel settings = new SettingsViewModel(work, runner);
        settings.proxyProblem().subscribe(problem -> sayOfProxy(shell, problem));
        models = new Models(
                shell,
                submission,
                settings,
                new QueryViewModel(
                        new DeskQueries(
                                work, trial, () -> submission.steps().source().found(), this::fix),
                        runner),
                feed,
                feed.of(trial));
    }

    /** Stands on every screen until the proxy is mended, or somebody has read it. */
    private static void sayOfProxy(ShellViewModel shell, @Nullable Problem problem) {
        Problem said = shell.problem().get();
        if (said == null || said instanceof Problem.ProxyUnusable) {
            shell.problem().set(problem);
        }
    }

    /** Shows why nothing can be sent at all, as long as that lasts. */
    void follow(Supplier<Optional<Problem>> standstill) {
        models.feed().follow(standstill);
        behind.follow(standstill);
    }

    private SubmissionViewModel makeSubmission() {
        JobRunner runner = tools.runner();
        Words words = tools.words();
        return new SubmissionViewModel(
                trial,
                new SubmissionViewModel.Steps(
                        new SourceViewModel(Scans::scan, runner, tools.ticker(), words),
                        new SubjectViewModel(trial, work.looksAt(trial), runner, words),
                        new ReviewViewModel(runner, tools.ticker(), work.app().clock(), words),
                        new ImagesViewModel(Frame::draw, work::look, runner),
                        new SendViewModel(trial, work, runner, words, this::sent)),
                work::review,
                this::onlyNew);
    }

    private void onlyNew(Draft draft, Consumer<Draft> rest) {
        tools.runner().start(progress -> work.app().sentBefore().onlyNew(draft), rest, Faults::problem);
    }

    private void fix(Query asked) {
        fixing = asked;
        models.submission().complete(asked.subject(), asked.visit());
        models.shell().open(Screen.NEW);
    }

    private void sent(Submission queued) {
        models.shell().expect(queued.id());
        models.submission().clear();
        look();
        Query asked = fixing;
        fixing = null;
        boolean corrects = asked != null
                && asked.subject().equals(queued.subject())
                && asked.visit().equals(queued.visit());
        if (corrects) {
            models.query().show(asked);
            models.query().corrected(queued.id());
        }
        models.shell().open(corrects ? Screen.VISITS : Screen.QUEUE);
    }

    /** News of receivers and servers; a trial that changed comes to the screen as soon as no draft would be lost. */
    private void news() {
        if (!models.submission().begun().get()) {
            tools.runner()
                    .start(
                            work::news,
                            changed -> changed.stream()
                                    .filter(each -> each.id().equals(trial.id())
                                            && !models.submission().begun().get())
                                    .findFirst()
                                    .ifPresent(near::renewed),
                            Faults::problem);
        }
    }

    /** Begins to look at the queue. */
    void start() {
        look();
        watches.add(tools.ticker().every(QueueFeed.PACE, this::look));
        watches.add(tools.ticker().every(NEWS, this::news));
        place.practice()
                .ifPresent(practice -> watches.add(tools.ticker()
                        .every(READING, () -> tools.runner().start(practice::read, asked -> {}, Faults::problem))));
        news();
    }

    private void look() {
        models.feed().look();
        if (behind != models.feed()) {
            behind.look();
        }
    }

    /** What people call the visit of a submission; another trial's visits may have the same ids. */
    private String visitName(Submission submission) {
        return submission.trial().equals(trial.trial().id()) ? trial.visitName(submission.visit()) : submission.visit();
    }

    /** The window's content. */
    ShellView view() {
        Words words = tools.words();
        ShellView view = new ShellView(
                models.shell(),
                words,
                tools.ticker(),
                new DeskScreens(near, tools, work, models, question -> asking.ask(question)).all(),
                new TrialMenu.Offer(near.all(), moves::change, moves::practise, moves::join));
        asking = view;
        Notices.watch(behind, words, this::visitName, notice -> {
            view.tell(notice);
            outside.say(notice.text());
        });
        watches.add(ClosingNotices.watch(work, tools.runner(), tools.ticker(), words, outside));
        if (place.practice().isEmpty()) {
            watchDiscs(view);
        }
        return view;
    }

    /** Not for practice: what is practised with is on this computer. */
    private void watchDiscs(ShellView view) {
        watches.add(DiscWatch.begin(
                progress -> Discs.mounted(),
                () -> view.getScene() != null && view.getScene().getWindow().isShowing(),
                tools.runner(),
                tools.ticker(),
                new DiscOffers(
                        view,
                        models.submission().steps().source().discs(),
                        tools.runner(),
                        disc -> drop(List.of(disc)))));
    }

    /** A trial was joined while this desk stays. */
    void has(Trial joined) {
        near.has(joined);
    }

    /** Takes in files dropped anywhere on the window. */
    void drop(List<Path> paths) {
        models.shell().open(Screen.NEW);
        models.submission().drop(paths);
    }

    Workplace place() {
        return place;
    }

    ShellViewModel shell() {
        return models.shell();
    }

    SubmissionViewModel submission() {
        return models.submission();
    }

    SettingsViewModel settings() {
        return models.settings();
    }

    @Override
    public void close() {
        watches.forEach(Runnable::run);
        models.submission().clear();
    }
}

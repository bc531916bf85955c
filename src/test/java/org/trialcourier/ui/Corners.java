// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.trialcourier.pixel.Picture;
import org.trialcourier.problem.Phrase;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.queue.State;
import org.trialcourier.queue.Submission;
import org.trialcourier.scan.Catalog;
import org.trialcourier.settings.Settings;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.trial.TrialFile;
import org.trialcourier.trial.VisitExport;
import org.trialcourier.ui.queue.LimitsWork;
import org.trialcourier.ui.queue.QueueActions;
import org.trialcourier.ui.queue.QueueRows;
import org.trialcourier.ui.queue.QueueView;
import org.trialcourier.ui.queue.QueueViewModel;
import org.trialcourier.ui.shared.ManualTicker;
import org.trialcourier.ui.shared.QueueFeed;
import org.trialcourier.ui.shared.Samples;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.shell.ShellView;
import org.trialcourier.ui.shell.ShellViewModel;
import org.trialcourier.ui.shell.TrialMenu;
import org.trialcourier.ui.source.SourceView;
import org.trialcourier.ui.source.SourceViewModel;
import org.trialcourier.ui.visits.ExportViewModel;
import org.trialcourier.ui.visits.Query;
import org.trialcourier.ui.visits.QueryViewModel;
import org.trialcourier.ui.visits.QueryWork;
import org.trialcourier.ui.visits.VisitsView;
import org.trialcourier.ui.visits.VisitsViewModel;
import org.trialcourier.work.DirectRunner;
import org.trialcourier.work.Job;
import org.trialcourier.work.JobRunner;
import org.trialcourier.work.Progress;

/** What the practice job does not show: every state of the queue and of the board, a second trial, a scan under way. */
final class Corners {
    private static final LocalDate TODAY = LocalDate.ofInstant(Samples.NOW, ZoneOffset.UTC);

    private final Stagehand hand;
    private final Consumer<String> stop;
    private final Words words;
    private final DirectRunner runner = new DirectRunner();
    private final List<Submission> queue = new ArrayList<>();
    private final Trial trial = trial();
    private final Trial other = trial("FICTION-2", "Fiction_2, extension", 2);
    private final QueueFeed feed = new QueueFeed(runner, () -> List.copyOf(queue), Samples.clock());

    /** {@code stop} is called at each picture, with a name for it. */
    Corners(Stagehand hand, Words words, Consumer<String> stop) {
        this.hand = hand;
        this.words = words;
        this.stop = stop;
    }

    void go() {
        fill();
        ShellViewModel shell = Stagehand.fx(() -> {
            feed.look();
            ShellViewModel made = new ShellViewModel(feed);
            made.work(trial, false);
            Map<Screen, Supplier<Node>> screens = new EnumMap<>(Screen.class);
            screens.put(Screen.VISITS, this::board);
            screens.put(Screen.QUEUE, this::queueView);
            screens.put(Screen.NEW, this::scanning);
            screens.put(Screen.HISTORY, new Warned(words, trial)::page);
            screens.put(Screen.SETTINGS, new HeldReview(words)::page);
            TrialMenu.Offer offer = new TrialMenu.Offer(
                    FXCollections.observableArrayList(trial, other), chosen -> {}, () -> {}, () -> {});
            hand.stage().getScene().setRoot(new ShellView(made, words, new ManualTicker(), screens, offer));
            return made;
        });
        stop.accept("visits-every-state");
        hand.run(() -> shell.open(Screen.QUEUE));
        stop.accept("queue-every-state");
        hand.run(() -> shell.open(Screen.NEW));
        stop.accept("source-scanning");
        hand.run(() -> shell.open(Screen.HISTORY));
        stop.accept("subject-warned");
        hand.run(() -> shell.open(Screen.SETTINGS));
        stop.accept("review-held");
    }

    private void fill() {
        add(1, State.UPLOADING, 420, 3, null);
        add(2, State.QUEUED, 0, 0, null);
        add(3, State.PREPARING, 0, 0, null);
        add(4, State.WAITING, 250, 3, new Problem.Offline("receiver.invalid", "no route"));
        add(5, State.PAUSED, 700, 3, null);
        add(6, State.HELD, 0, 0, new Problem.DiskFull(4_000_000_000L, 900_000_000L));
        add(
                7,
                State.HELD,
                0,
                0,
                new Problem.HeldBack(List.of(new Problem.HeldImage(3, Phrase.of("finding.burned-in.stopped")))));
        add(8, State.VERIFYING, 1000, 3, null);
        add(9, State.REJECTED, 1000, 3, null);
    }

    private void add(int subject, State state, long sent, int parts, @Nullable Problem problem) {
        String id = "014-000" + subject;
        queue.add(Samples.submission(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)), id, "W08", state, sent, parts, problem));
    }

    private Node board() {
        QueryViewModel query = new QueryViewModel(new NoQueries(), runner);
        query.show(new Query(
                UUID.randomUUID(),
                "014-0001",
                "BL",
                "014-0001 · Baseline",
                "Slices 12 to 14 are missing. Please send them."));
        VisitsViewModel board =
                new VisitsViewModel(List.of(trial, other), feed, Samples.clock(), words, new VisitsViewModel.Moves() {
                    @Override
                    public void begin(String subject, String visit) {}

                    @Override
                    public void ask(Query asked) {}

                    @Override
                    public void work(Trial chosen) {}
                });
        return new VisitsView(board, query, new ExportViewModel(new NoExport(), runner, words), words, () -> {});
    }

    private Node queueView() {
        QueueViewModel model = new QueueViewModel(
                feed,
                new QueueViewModel.Work(new NoActions(), new NoLimits()),
                runner,
                Samples.clock(),
                new QueueRows(words, trial));
        return new QueueView(model, words, () -> {}, question -> {});
    }

    /** A scan of which the first images were seen and that does not end. */
    private Node scanning() {
        ManualTicker ticker = new ManualTicker();
        Catalog catalog = Samples.catalog("20261120", "Specimen", "Sample");
        SourceViewModel model = new SourceViewModel(
                (sources, progress, listener) -> {
                    progress.total(400, -1);
                    catalog.instances().limit(9).forEach(instance -> {
                        listener.found(instance);
                        progress.addItems(14);
                    });
                    listener.leftOut(catalog.leftOut().getFirst());
                    return catalog;
                },
                new Endless(),
                ticker,
                words);
        model.add(List.of(Path.of("disc")));
        ticker.tick();
        SourceView view = new SourceView(model, words, Optional.empty());
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox page = new VBox(view);
        page.getStyleClass().add("page");
        return page;
    }

    /** A trial with nine subjects. */
    static Trial trial() {
        return trial("FICTION-1", "Fiction 1", 9);
    }

    private static Trial trial(String id, String name, int subjects) {
        StringBuilder people = new StringBuilder();
        for (int i = 1; i <= subjects; i++) {
            LocalDate day0 = TODAY.minusDays(30 + i * 4L);
            people.append(i == 1 ? "" : ",")
                    .append("""
                        {"id": "014-000%d", "sex": "%s", "birthYear": %d, "day0": "%s", "visits": {"BL": {"status": "%s"}}}\
                        """.formatted(i, i % 2 == 0 ? "F" : "M", 1945 + i, day0, status(i)));
        }
        String file = """
            {"schema": 1,
             "trial": {"id": "%s", "name": "%s", "sponsor": "Example Pharma"},
             "site": {"id": "014", "name": "Fictional Hospital", "timeZone": "UTC"},
             "destination": {"type": "tus", "url": "http://127.0.0.1:9/files/", "api": "http://127.0.0.1:9/api/v1/"},
             "visits": [{"id": "BL", "name": "Baseline", "day": 0, "before": 14, "after": 0, "requires": ["CT"]},
                        {"id": "W06", "name": "Week 6", "day": 42, "before": 3, "after": 4, "requires": ["CT"]},
                        {"id": "W08", "name": "Week 8", "day": 56, "before": 7, "after": 7, "requires": ["CT"]}],
             "imaging": [{"id": "CT", "name": "CT chest", "modality": "CT", "series": []}],
             "subjects": [%s]}
            """.formatted(id, name, people);
        try {
            return TrialFile.read("trial.json", file.getBytes(StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            throw new IllegalStateException(String.valueOf(e.problem()), e);
        }
    }

    private static String status(int subject) {
        return subject == 1 ? "query" : subject == 2 ? "not-done" : subject == 3 ? "expected" : "received";
    }

    /** Runs a job and forgets what came of it, as if it still ran. */
    private static final class Endless implements JobRunner {
        @Override
        public <T> Progress start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
            return CompletableFuture.supplyAsync(() -> new DirectRunner().start(job, ended -> {}, failed))
                    .join();
        }
    }

    private static final class NoActions implements QueueActions {
        @Override
        public void pause(UUID id) {}

        @Override
        public void resume(UUID id) {}

        @Override
        public void retry(UUID id) {}

        @Override
        public void cancel(UUID id, String why) {}

        @Override
        public void moveFirst(UUID id) {}
    }

    private static final class NoLimits implements LimitsWork {
        @Override
        public Settings settings() {
            return Settings.defaults();
        }

        @Override
        public void change(UnaryOperator<Settings> change) {}
    }

    private static final class NoExport implements ExportViewModel.Work {
        @Override
        public void csv(Path file) {}

        @Override
        public void calendar(Path file, VisitExport.Planned planned) {}
    }

    private static final class NoQueries implements QueryWork {
        @Override
        public boolean answer(UUID submission, String text, @Nullable UUID correction) {
            return true;
        }

        @Override
        public Callable<Optional<Picture>> picture(Query query) {
            return Optional::empty;
        }

        @Override
        public void fix(Query query) {}

        @Override
        public boolean isPractice() {
            return false;
        }
    }
}

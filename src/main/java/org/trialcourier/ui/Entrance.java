// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.AppOptions;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.settings.Settings;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.AltLetters;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.FxRunner;
import org.trialcourier.ui.shared.FxTicker;
import org.trialcourier.ui.shared.Question;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.ui.shell.Closing;
import org.trialcourier.ui.shell.Notices.Notice;
import org.trialcourier.ui.shell.Screen;
import org.trialcourier.ui.shell.ShellView;
import org.trialcourier.ui.welcome.OpeningView;
import org.trialcourier.ui.welcome.WelcomeView;
import org.trialcourier.ui.welcome.WelcomeViewModel;

/** Brings the person to her desk and out again: the first page, one desk a trial, what arrives from outside, the end. */
final class Entrance implements AutoCloseable, Ways.Room {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Stage stage;
    private final AppOptions options;
    private final FxRunner runner = new FxRunner();
    private final Presence presence;
    private final Couriers couriers = new Couriers(runner);
    private final Worlds worlds;
    private final Arrivals arrivals = new Arrivals();
    private final Ways ways;
    private final WelcomeViewModel welcome;
    private Words words;
    private @Nullable Desk desk;
    private @Nullable ShellView view;
    private Theme theme = Theme.SYSTEM;
    private Runnable seated = () -> {};
    private Runnable ended = () -> {};

    Entrance(Stage stage, AppOptions options) {
        this.stage = stage;
        this.options = options;
        words = Words.of(options.locale());
        presence = new Presence(stage, runner);
        worlds = new Worlds(options);
        ways = new Ways(worlds, runner, this);
        welcome = new WelcomeViewModel(runner, new FirstSteps(worlds, ways::practised, ways::joined));
    }

    /** Runs something once the first desk is on the screen. */
    void whenSeated(Runnable action) {
        seated = action;
    }

    /** Runs something when the person has left for good. */
    void whenEnded(Runnable action) {
        ended = action;
    }

    /** Shows the window, then opens the data folder behind it. */
    void open(boolean practising) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> trouble(fault));
        Theme.loadFirstFonts();
        theme.apply();
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> theme.apply());
        Standing.dress(stage);
        Scene scene = new Scene(new OpeningView(words));
        Theme.dress(scene);
        AltLetters.listen(scene);
        Drops.into(scene, paths -> arrive(paths.stream().map(Path::toString).toList()));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            leave();
        });
        stage.iconifiedProperty().addListener((property, before, now) -> presence.minimised(words, this::quit));
        stage.show();
        Platform.runLater(Theme::loadOtherFonts);
        runner.start(progress -> openData(), data -> opened(data, practising), fault -> {
            trouble(fault);
            if (practising) {
                welcome.practise();
            }
        });
    }

    private record Opened(Optional<Workplace> last, Settings settings) {}

    private Opened openData() throws ProblemException {
        return new Opened(worlds.last(), worlds.real().settings());
    }

    private void opened(Opened data, boolean practising) {
        if (desk != null) {
            return;
        }
        theme = Theme.of(data.settings().theme());
        theme.apply();
        words = speaking(data.settings().language());
        if (practising) {
            firstPage();
            welcome.practise();
        } else {
            data.last().ifPresentOrElse(this::sit, this::firstPage);
        }
        if (welcome.isTalking()) {
            // A trial came in before the desk: what is asked or said about it must not vanish behind one.
            firstPage();
        }
    }

    private Words speaking(String language) {
        return Words.of(language.isEmpty() ? options.locale() : Locale.forLanguageTag(language));
    }

    /** Takes in what the program was started with, now or by a later start: files, folders, links. Comes to the front. */
    void arrive(List<String> given) {
        presence.come();
        arrivals.add(given);
        arrivals.takeTrial().ifPresentOrElse(this::joinBy, this::handOver);
    }

    private void joinBy(String trial) {
        firstPage();
        welcome.joinBy(trial);
    }

    private void handOver() {
        if (desk != null) {
            List<Path> images = arrivals.takeImages();
            if (!images.isEmpty()) {
                desk.drop(images);
            }
        } else {
            welcome.imagesWait(arrivals.hasImages());
        }
    }

    @Override
    public void sit(Workplace place) {
        leaveDesk();
        String language = place.app().settings().language();
        words = language.isEmpty() ? words : speaking(language);
        try {
            Desk made = new Desk(place, new Desk.Tools(runner, new FxTicker(), words), ways, presence::say);
            made.settings().theme().subscribe(chosen -> {
                theme = chosen;
                chosen.apply();
            });
            made.settings().language().addListener((property, before, now) -> speak(place, made, now));
            made.shell().waiting().subscribe(count -> presence.status(words.say("tray.status", count)));
            desk = made;
            view = made.view();
            show(view);
            made.start();
            made.follow(couriers.start(place.app()));
            handOver();
            Pulse.after(stage.getScene(), seated);
        } catch (ProblemException e) {
            trouble(e);
        }
    }

    /** A new language is seen at once, where it was chosen; a draft is not given up for it, nor are two mixed. */
    private void speak(Workplace place, Desk at, String language) {
        if (!at.shell().draft().get()) {
            words = speaking(language);
            sitAgain(place, List.of());
        }
    }

    @Override
    public void sitAgain(Workplace place, List<Notice> news) {
        Screen screen = desk == null ? Screen.VISITS : desk.shell().screen().get();
        sit(place);
        if (desk != null) {
            desk.shell().open(screen);
            tell(news);
        }
    }

    @Override
    public void tell(List<Notice> news) {
        if (view != null) {
            news.forEach(view::tell);
        }
    }

    @Override
    public boolean holdsDraft() {
        return desk != null && view != null && desk.shell().draft().get();
    }

    @Override
    public void ask(Question question) {
        if (view != null) {
            show(view);
            view.ask(question);
        }
    }

    @Override
    public void has(Trial joined) {
        if (desk != null) {
            desk.has(joined);
        }
    }

    @Override
    public Words words() {
        return words;
    }

    private void leaveDesk() {
        if (desk != null) {
            desk.close();
            desk = null;
        }
    }

    /** What arrived together with a trial that is not joined after all goes to the desk that is there. */
    @Override
    public void firstPage() {
        ShellView shown = desk == null ? null : view;
        Optional<Runnable> back = Optional.ofNullable(shown).map(desk -> () -> {
            show(desk);
            handOver();
        });
        show(new WelcomeView(welcome, words, back));
    }

    private void show(Parent root) {
        stage.getScene().setRoot(root);
    }

    /** The person closes the window: ends, or asks where that would cost something. */
    void leave() {
        Optional<Question> question = desk == null
                ? Optional.empty()
                : new Closing(words, this::leaveForBackground, this::quit)
                        .question(desk.shell().safety().get(), desk.shell().isMoving());
        question.ifPresentOrElse(this::ask, this::quit);
    }

    /** Goes on without the window. */
    void leaveForBackground() {
        int waiting = desk == null ? 0 : desk.shell().waiting().get();
        presence.leave(words, words.say("tray.status", waiting), this::quit);
    }

    /** Stops at a safe point and ends. */
    void quit() {
        leaveDesk();
        welcome.decline();
        couriers.close();
        presence.close();
        stage.hide();
        ended.run();
    }

    /** A fault of the program: said where the person is looking, with a code, never as a trace. */
    @Override
    public void trouble(Throwable fault) {
        var problem = Faults.problem(fault);
        if (desk == null) {
            welcome.trouble(problem);
            firstPage();
        } else {
            desk.shell().problem().set(problem);
        }
    }

    /** The desk, once there is one. */
    Optional<Desk> desk() {
        return Optional.ofNullable(desk);
    }

    /** Closes the data folders; may wait for the disk, and a little for what still works in them. */
    @Override
    public void close() {
        runner.finish(PATIENCE);
        worlds.close();
    }
}

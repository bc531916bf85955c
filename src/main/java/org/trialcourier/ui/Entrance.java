// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.trialcourier.app.App;
import org.trialcourier.app.AppOptions;
import org.trialcourier.app.PracticeMode;
import org.trialcourier.problem.ProblemException;
import org.trialcourier.text.Words;
import org.trialcourier.trial.Trial;
import org.trialcourier.ui.shared.Faults;
import org.trialcourier.ui.shared.FxRunner;
import org.trialcourier.ui.shared.FxTicker;
import org.trialcourier.ui.shared.Theme;
import org.trialcourier.ui.shell.Safety;
import org.trialcourier.ui.shell.WindowPlace;
import org.trialcourier.ui.welcome.WelcomeView;
import org.trialcourier.ui.welcome.WelcomeViewModel;
import org.trialcourier.work.JobRunner;

/** Brings the person to her desk: opens the data folder, offers practice on a first start, shows the right screens. */
final class Entrance implements AutoCloseable {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 700;

    private final Stage stage;
    private final AppOptions options;
    private final JobRunner runner = new FxRunner();
    private Words words;
    private volatile @Nullable App app;
    private @Nullable PracticeMode practice;
    private @Nullable Desk desk;
    private Theme theme = Theme.SYSTEM;
    private Runnable seated = () -> {};

    Entrance(Stage stage, AppOptions options) {
        this.stage = stage;
        this.options = options;
        this.words = Words.of(options.locale());
    }

    private record Opened(App app, List<Trial> trials) {}

    /** Puts the window where it stood before, where that is still on a screen; to be called before it is shown. */
    void stand(WindowPlace place) {
        boolean visible = Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(
                        screen -> place.liesOn(screen.getMinX(), screen.getMinY(), screen.getMaxX(), screen.getMaxY()));
        if (visible) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        }
    }

    /** Where the window stands. */
    WindowPlace place() {
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /** Runs something once the first desk is on the screen. */
    void whenSeated(Runnable action) {
        seated = action;
    }

    /** Asks where closing would lose a choice, or would stop the reading of a disc. */
    private void askBeforeClosing(WindowEvent event) {
        Safety safety = desk == null ? Safety.SAFE : desk.shell().safety().get();
        if (safety != Safety.DRAFT && safety != Safety.KEEP_DISC) {
            return;
        }
        ButtonType close = new ButtonType(words.say("close.anyway"), ButtonBar.ButtonData.OTHER);
        ButtonType stay = new ButtonType(words.say("close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, words.say(safety.key() + ".why"), stay, close);
        alert.initOwner(stage);
        alert.setHeaderText(words.say("close.title"));
        alert.setTitle(stage.getTitle());
        Theme.dress(alert.getDialogPane().getScene());
        if (alert.showAndWait().filter(close::equals).isEmpty()) {
            event.consume();
        }
    }

    /** Shows the window, then opens the data folder behind it. */
    void open(boolean practising) {
        Theme.loadFonts();
        theme.apply();
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> theme.apply());
        stage.setTitle("TrialCourier");
        for (int size : new int[] {16, 32, 64, 128}) {
            stage.getIcons().add(new Image(String.valueOf(Entrance.class.getResource("icon-" + size + ".png"))));
        }
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        WelcomeViewModel welcome = welcome();
        Scene scene = new Scene(new WelcomeView(welcome, words), WIDTH, HEIGHT);
        Theme.dress(scene);
        acceptDrops(scene);
        stage.setScene(scene);
        stage.setOnCloseRequest(this::askBeforeClosing);
        stage.show();
        if (practising) {
            welcome.practise();
        } else {
            runner.start(progress -> openData(), this::opened, failure -> welcome.trouble(Faults.problem(failure)));
        }
    }

    private Opened openData() throws ProblemException {
        App opened = App.open(options);
        app = opened;
        return new Opened(opened, ordered(opened));
    }

    private static List<Trial> ordered(App app) throws ProblemException {
        List<Trial> trials = new ArrayList<>(app.trials().all());
        String last = app.settings().trial();
        trials.sort((a, b) -> Boolean.compare(b.id().equals(last), a.id().equals(last)));
        return trials;
    }

    private void opened(Opened data) {
        follow(data.app());
        if (!data.trials().isEmpty()) {
            sit(data.app(), data.trials(), Optional.empty());
        }
    }

    private void follow(App opened) {
        theme = Theme.of(opened.settings().theme());
        theme.apply();
        words = speaking(opened.settings().language());
    }

    private Words speaking(String language) {
        return Words.of(language.isEmpty() ? options.locale() : Locale.forLanguageTag(language));
    }

    private WelcomeViewModel welcome() {
        return new WelcomeViewModel(runner, new WelcomeViewModel.Choices() {
            @Override
            public Runnable practise() throws ProblemException {
                PracticeMode made = PracticeMode.start(options);
                practice = made;
                String language = made.app().settings().language();
                return () -> {
                    words = language.isEmpty() ? words : speaking(language);
                    sit(made.app(), List.of(made.trial()), Optional.of(made));
                };
            }

            @Override
            public Runnable join(Path trialFile) throws ProblemException {
                App here = app == null ? openData().app() : app;
                here.trials().keep(trialFile);
                List<Trial> trials = ordered(here);
                return () -> sit(here, trials, Optional.empty());
            }
        });
    }

    private void sit(App at, List<Trial> trials, Optional<PracticeMode> practising) {
        if (desk != null) {
            desk.close();
        }
        try {
            Desk made = new Desk(
                    new DeskWork(at),
                    trials,
                    practising,
                    new Desk.Tools(runner, new FxTicker(), words),
                    joined -> joined(at));
            made.settings().theme().subscribe(chosen -> {
                theme = chosen;
                chosen.apply();
            });
            made.settings().language().addListener((property, before, now) -> {
                words = speaking(now);
                if (!made.shell().draft().get()) {
                    sit(at, trials, practising);
                    openSettings();
                }
            });
            desk = made;
            show(made.view());
            made.start();
            stage.getScene().addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    stage.getScene().removePostLayoutPulseListener(this);
                    Platform.runLater(seated);
                }
            });
            Platform.requestNextPulse();
        } catch (ProblemException e) {
            show(new WelcomeView(welcome(), words));
        }
    }

    /** A new language is seen where it was chosen. */
    private void openSettings() {
        if (desk != null) {
            desk.shell().open(org.trialcourier.ui.shell.Screen.SETTINGS);
        }
    }

    private void joined(App at) {
        runner.start(
                progress -> ordered(at),
                trials -> sit(at, trials, Optional.empty()),
                failure -> Faults.problem(failure));
    }

    private void show(Parent root) {
        stage.getScene().setRoot(root);
    }

    private void acceptDrops(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (desk != null && event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (desk != null && event.getDragboard().hasFiles()) {
                desk.drop(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** The desk, once there is one. */
    Optional<Desk> desk() {
        return Optional.ofNullable(desk);
    }

    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
        if (practice != null) {
            practice.close();
        }
        if (app != null) {
            app.close();
        }
    }
}

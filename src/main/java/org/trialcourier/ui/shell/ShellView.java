// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.Question;
import org.trialcourier.ui.shared.StateLook;
import org.trialcourier.ui.shared.Ticker;

/** The whole window's content. A screen is made when first opened and kept, so that a draft survives a look elsewhere. */
public final class ShellView extends StackPane implements Question.Asker {
    /** Below this width the rail becomes narrow by itself, so that the screens keep their room. */
    private static final double NARROW = 1120;

    private final StackPane place = new StackPane();
    private final Map<Screen, Node> made = new EnumMap<>(Screen.class);
    private final Map<Screen, Supplier<Node>> screens;
    private final Words words;
    private final Toasts toasts;
    private final Sheet sheet;

    /** A frame around these screens. */
    public ShellView(
            ShellViewModel model,
            Words words,
            Ticker ticker,
            Map<Screen, Supplier<Node>> screens,
            TrialMenu.Offer offer) {
        this.screens = new EnumMap<>(screens);
        this.words = words;
        getStyleClass().addAll("frame", words.locale().getLanguage());
        place.setAlignment(Pos.TOP_LEFT);
        BorderPane right = new BorderPane(place);
        ProblemBox trouble =
                new ProblemBox(words, model.problem(), () -> model.problem().set(null));
        right.setTop(new VBox(new TopBarView(model, words, offer), new ProblemBox(words, model.unreadable()), trouble));
        HelpView help = new HelpView(model, words);
        model.help().subscribe(on -> Nodes.show(help, on));
        right.setRight(help);
        BorderPane frame = new BorderPane(right);
        frame.setLeft(new RailView(model, words));
        toasts = new Toasts(words, ticker);
        sheet = new Sheet(words, frame);
        getChildren().addAll(frame, toasts, sheet);
        model.screen().subscribe(this::show);
        widthProperty().subscribe((before, now) -> fold(model, before.doubleValue(), now.doubleValue()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> jump(event, model));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> leaveHelp(event, model));
    }

    /** Folds or unfolds the rail when the width passes the mark; what a person chose in between stays. */
    private static void fold(ShellViewModel model, double before, double now) {
        if (now > 0 && (before < NARROW) != (now < NARROW) || before == 0) {
            model.railCollapsed().set(now < NARROW);
        }
    }

    /** Shows news at the bottom. */
    public void tell(Notices.Notice notice) {
        toasts.show(notice);
    }

    /** Shows the word of a look as news. */
    public void tell(StateLook look) {
        tell(new Notices.Notice(look, words.say(look.key())));
    }

    /** Offers to do something, at the same place; what is returned takes the offer back. */
    public Runnable offer(StateLook look, String key, Runnable action) {
        return toasts.offer(new Notices.Notice(look, words.say(look.key())), key, action);
    }

    @Override
    public void ask(Question question) {
        sheet.ask(question);
    }

    private void show(Screen screen) {
        Supplier<Node> maker = screens.get(screen);
        if (maker != null) {
            place.getChildren().setAll(made.computeIfAbsent(screen, s -> maker.get()));
        }
    }

    /** Escape closes the guide; an open question has it first. */
    private void leaveHelp(KeyEvent event, ShellViewModel model) {
        if (event.getCode() == KeyCode.ESCAPE && model.help().get() && !sheet.isVisible()) {
            model.help().set(false);
            event.consume();
        }
    }

    /** Ctrl (or Cmd) and a digit opens a screen, F1 the guide. */
    private static void jump(KeyEvent event, ShellViewModel model) {
        if (event.getCode() == KeyCode.F1) {
            model.help().set(!model.help().get());
            event.consume();
        }
        for (Screen screen : Screen.values()) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + (screen.ordinal() + 1));
            if (new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN).match(event)) {
                model.open(screen);
                event.consume();
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.welcome;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Chip;
import org.trialcourier.ui.shared.Logo;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.shared.SignInCodeBox;
import org.trialcourier.ui.shared.Tone;

/** The first start on the screen: what the program does, and the two ways in. */
public final class WelcomeView extends StackPane {
    private final WelcomeViewModel model;
    private final Words words;

    /** Shows what a first start offers; {@code back} leads to the desk where there is one already. */
    public WelcomeView(WelcomeViewModel model, Words words, Optional<Runnable> back) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("frame", words.locale().getLanguage());
        Logo logo = new Logo();
        logo.getStyleClass().add("large");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin");
        bar.setAccessibleText(words.say("welcome.busy"));
        Label doing = Nodes.label(words.say("welcome.busy"), "muted");
        VBox busy = Nodes.column("lines", bar, doing);
        busy.setAlignment(Pos.CENTER);
        model.busy().subscribe(busy::setVisible);
        Chip waiting = new Chip();
        waiting.show(Tone.CARE, Feather.IMAGE, words.say("welcome.waiting"));
        model.imagesWait().subscribe(some -> Nodes.show(waiting, some));
        HBox offers = Nodes.row("beside", practise(), join());
        offers.disableProperty().bind(model.busy());
        VBox code = Nodes.column(
                "card",
                Nodes.row("card-head", Nodes.label(words.say("sign-in.join"), "title")),
                Nodes.paragraph(words.say("sign-in.join.check")),
                new SignInCodeBox(words, model.code(), model::cancel));
        List<Node> greeting = List.of(
                logo,
                Nodes.label(words.say("welcome.title"), "display"),
                Nodes.paragraph(words.say("welcome.text"), "muted", "centered"),
                steps());
        InvitationCard invitation = new InvitationCard(model, words, back);
        Runnable turn = () -> {
            boolean signs = model.code().get() != null;
            boolean looks = model.invitation().get() != null;
            Nodes.show(code, signs);
            Nodes.show(offers, !signs && !looks);
            // What must be read before a trial is joined has the page to itself.
            greeting.forEach(node -> Nodes.show(node, !looks));
        };
        model.code().subscribe(now -> turn.run());
        model.invitation().subscribe(now -> turn.run());
        VBox page = Nodes.column(
                "welcome", new ProblemBox(words, model.problem()), waiting, code, invitation, offers, busy);
        page.getChildren().addAll(0, greeting);
        page.setMinHeight(USE_PREF_SIZE);
        // Above all else: below, a problem would push it out of the window.
        back.ifPresent(go -> page.getChildren()
                .addFirst(Nodes.row(
                        "line", Nodes.button(words, "welcome.back", Feather.ARROW_LEFT, () -> leave(go), "flat"))));
        ScrollPane scroll = new ScrollPane(new StackPane(page));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
    }

    /** Whoever goes back does not join what was being looked at. */
    private void leave(Runnable back) {
        model.decline();
        back.run();
    }

    /** What will happen, in three steps. */
    private HBox steps() {
        HBox row = Nodes.row("beside");
        for (int i = 1; i <= 3; i++) {
            Node number = Nodes.label(String.valueOf(i), "step-number");
            VBox text = Nodes.column(
                    "lines",
                    Nodes.label(words.say("welcome.step." + i), "strong"),
                    Nodes.paragraph(words.say("welcome.step." + i + ".text"), "muted", "small-text"));
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox step = Nodes.row("line-top", number, text);
            step.getStyleClass().add("welcome-step");
            row.getChildren().add(step);
        }
        return row;
    }

    private VBox practise() {
        Button begin = Nodes.button(words, "welcome.practice.begin", model::practise, "accent");
        begin.setDefaultButton(true);
        return offer(Feather.AWARD, "welcome.practice", Nodes.spring(), Nodes.row("page-foot", begin));
    }

    private VBox join() {
        TextField address = Nodes.name(new TextField(), "welcome.join.address", words);
        address.setPromptText(words.say("welcome.join.example"));
        HBox.setHgrow(address, Priority.ALWAYS);
        Button go = Nodes.button(words, "welcome.join.go", () -> model.join(address.getText()));
        go.disableProperty().bind(address.textProperty().isEmpty());
        address.setOnAction(event -> go.fire());
        return offer(
                Feather.FILE_TEXT,
                "welcome.join",
                Nodes.label(words.say("welcome.join.address"), "strong", "small-text"),
                Nodes.row("line", address, go),
                Nodes.label(words.say("welcome.join.file"), "strong", "small-text"),
                Nodes.row("line", Nodes.button(words, "welcome.join.open", Feather.FOLDER, this::open)));
    }

    private VBox offer(Feather icon, String key, Node... rest) {
        VBox card = Nodes.column(
                "card",
                Nodes.row("line", Nodes.icon(icon, "offer-icon"), Nodes.label(words.say(key + ".title"), "title")),
                Nodes.paragraph(words.say(key + ".text"), "muted"));
        card.getChildren().addAll(rest);
        card.getStyleClass().add("offer");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("welcome.join.pick"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.say("welcome.join.kind"), "*.json"));
        File picked = chooser.showOpenDialog(getScene().getWindow());
        if (picked != null) {
            model.join(picked.toPath());
        }
    }
}

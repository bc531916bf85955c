// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.EmptyState;
import org.trialcourier.ui.shared.Nodes;
import org.trialcourier.ui.shared.ProblemBox;
import org.trialcourier.ui.source.SourceViewModel.Phase;

/** First step on the screen: a place to drop a folder, then the tree of what is in it. */
public final class SourceView extends VBox {
    private final SourceViewModel model;
    private final Words words;
    private final Button folder;
    private final CatalogTable table;

    /** Shows the step; {@code practiceDisc} is offered where there is one. */
    public SourceView(SourceViewModel model, Words words, Optional<Supplier<Path>> practiceDisc) {
        this.model = model;
        this.words = words;
        this.folder = Nodes.button(words, "source.pick-folder", Feather.FOLDER, this::pickFolder, "accent");
        this.table = new CatalogTable(model, words);
        getStyleClass().add("blocks");
        EmptyState empty = empty(practiceDisc);
        VBox found = found();
        StackPane body = new StackPane(empty, found);
        VBox.setVgrow(body, Priority.ALWAYS);
        model.phase().subscribe(phase -> {
            if (phase == Phase.EMPTY) {
                turn(found, empty, folder);
            } else {
                turn(empty, found, table);
            }
        });
        getChildren().addAll(new ProblemBox(words, model.problem()), body);
    }

    /** Shows one half for the other; whoever works with the keys goes on at its control. */
    private static void turn(Node from, Node to, Node control) {
        boolean keys = from.isVisible() && from.isFocusWithin();
        Nodes.show(from, false);
        Nodes.show(to, true);
        if (keys) {
            control.requestFocus();
        }
    }

    private EmptyState empty(Optional<Supplier<Path>> practiceDisc) {
        Button files = Nodes.button(words, "source.pick-files", Feather.FILE, this::pickFiles);
        List<Node> actions = new ArrayList<>(List.of(folder, files));
        practiceDisc.ifPresent(disc -> actions.add(
                Nodes.button(words, "source.practice-disc", Feather.DISC, () -> model.add(List.of(disc.get())))));
        EmptyState empty = new EmptyState(
                Feather.DOWNLOAD,
                words.say("source.empty.title"),
                words.say("source.empty.text"),
                actions.toArray(Node[]::new));
        empty.getStyleClass().add("drop-zone");
        empty.getChildren().add(discs());
        return empty;
    }

    /** A button for each disc in the drives. */
    private HBox discs() {
        HBox row = Nodes.row("line");
        row.setAlignment(Pos.CENTER);
        Nodes.follow(model.discs(), count -> row.getChildren()
                .setAll(model.discs().stream().map(this::disc).toList()));
        return row;
    }

    private Button disc(Path disc) {
        Path name = disc.getFileName();
        String text = words.say("source.disc", name == null ? disc.toString() : name.toString());
        Button button = new Button(text, Nodes.icon(Feather.DISC));
        button.setMnemonicParsing(false);
        button.setId("source-disc");
        button.setAccessibleText(text);
        button.setOnAction(event -> model.add(List.of(disc)));
        return button;
    }

    private VBox found() {
        VBox tree = Nodes.column("card", head(), table);
        tree.getStyleClass().add("flush");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(tree, Priority.ALWAYS);
        return Nodes.column("blocks", tree, new LeftOutView(model, words));
    }

    private HBox head() {
        ProgressBar bar = new ProgressBar();
        bar.setId("source-progress");
        bar.setAccessibleText(words.say("source.progress"));
        bar.progressProperty().bind(model.share());
        Label counted = Nodes.label("", "muted", "counted");
        counted.setMinWidth(USE_PREF_SIZE);
        counted.textProperty().bind(model.counted());
        Label chosen = Nodes.paragraph("", "strong");
        HBox.setHgrow(chosen, Priority.ALWAYS);
        chosen.textProperty().bind(model.chosen());
        Button stop = Nodes.button(words, "source.stop", Feather.X, model::clear, "small");
        Button more = Nodes.button(words, "source.add", Feather.PLUS, this::pickFolder, "small");
        Button again = Nodes.button(words, "source.clear", Feather.ROTATE_CCW, model::clear, "small", "flat");
        model.phase().subscribe(phase -> {
            boolean scanning = phase == Phase.SCANNING;
            Nodes.show(bar, scanning);
            Nodes.show(stop, scanning);
            Nodes.show(chosen, !scanning);
            Nodes.show(more, !scanning);
            Nodes.show(again, !scanning);
        });
        return Nodes.row("card-head", chosen, bar, counted, Nodes.spring(), stop, again, more);
    }

    private void pickFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.say("source.pick-folder.title"));
        take(chooser.showDialog(getScene().getWindow()));
    }

    private void take(@Nullable File picked) {
        if (picked != null) {
            model.add(List.of(picked.toPath()));
        }
    }

    private void pickFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("source.pick-files.title"));
        List<File> picked = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (picked != null) {
            model.add(picked.stream().map(File::toPath).toList());
        }
    }
}

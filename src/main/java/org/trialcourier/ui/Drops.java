// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

/** Takes files, folders and archives that are dropped anywhere on the window, or pasted into it. */
final class Drops {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("files-over");

    private final Scene scene;
    private final Consumer<List<Path>> taker;

    private Drops(Scene scene, Consumer<List<Path>> taker) {
        this.scene = scene;
        this.taker = taker;
    }

    /** Watches a window. */
    static void into(Scene scene, Consumer<List<Path>> taker) {
        Drops drops = new Drops(scene, taker);
        scene.addEventHandler(DragEvent.DRAG_OVER, drops::over);
        scene.addEventHandler(DragEvent.DRAG_EXITED_TARGET, event -> drops.mark(false));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, drops::dropped);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, drops::pasted);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            mark(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        mark(false);
        if (event.getDragboard().hasFiles()) {
            take(event.getDragboard().getFiles());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void pasted(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (PASTE.match(event) && !typing && Clipboard.getSystemClipboard().hasFiles()) {
            take(Clipboard.getSystemClipboard().getFiles());
            event.consume();
        }
    }

    private void take(List<File> files) {
        taker.accept(files.stream().map(File::toPath).toList());
    }

    /** Shows that the window would take what hovers over it. */
    private void mark(boolean on) {
        scene.getRoot().pseudoClassStateChanged(OVER, on);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.io.File;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** Offers the board as a file. */
final class ExportButton extends MenuButton {
    private final ExportViewModel model;
    private final Words words;

    ExportButton(ExportViewModel model, Words words) {
        super(words.say("visits.export"), Nodes.icon(Feather.DOWNLOAD));
        this.model = model;
        this.words = words;
        Nodes.name(this, "visits.export", words);
        getItems().addAll(item("visits.export.csv", "visits.csv"), item("visits.export.ics", "visits.ics"));
    }

    private MenuItem item(String key, String name) {
        MenuItem item = new MenuItem(words.say(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> save(key, name));
        return item;
    }

    private void save(String key, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say(key));
        chooser.setInitialFileName(name);
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.write(chosen.toPath());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.Picture;
import org.trialcourier.text.Words;
import org.trialcourier.ui.shared.Nodes;

/** Each picture of the sheet twice: as it is, and as it leaves. A click shows it large. */
final class ContactSheet extends ScrollPane {
    private final FlowPane pairs = new FlowPane();
    private final ImagesViewModel model;
    private final Words words;
    private final Runnable back;

    /** A sheet; {@code back} shows the large picture again. */
    ContactSheet(ImagesViewModel model, Words words, Runnable back) {
        this.model = model;
        this.words = words;
        this.back = back;
        pairs.getStyleClass().add("contact-sheet");
        setContent(pairs);
        setFitToWidth(true);
        getStyleClass().add("contact-scroll");
        InvalidationListener again = change -> fill();
        model.sheet().cells().addListener(again);
        model.covers().masks().addListener(again);
    }

    private void fill() {
        if (isVisible()) {
            pairs.getChildren()
                    .setAll(model.sheet().cells().stream().map(this::pair).toList());
        }
    }

    private Node pair(Sheet.Cell cell) {
        Frame frame = cell.frame();
        ImageView before = new ImageView(ImagePane.image(frame.picture()));
        ImageView after = new ImageView(covered(frame));
        HBox both = new HBox(before, after);
        both.getStyleClass().add("contact-pair");
        Button button = new Button();
        button.setGraphic(new VBox(
                both, Nodes.label(words.say("images.sheet.pair", cell.index() + 1), "on-black", "small-text")));
        button.setId("images-sheet-" + cell.index());
        button.setAccessibleText(words.say("images.sheet.pair", cell.index() + 1));
        button.getStyleClass().add("flat");
        button.setOnAction(event -> {
            model.index().set(cell.index());
            back.run();
        });
        return button;
    }

    private WritableImage covered(Frame frame) {
        Picture picture = frame.picture();
        WritableImage image = ImagePane.image(picture);
        double scaleX = (double) picture.width() / frame.columns();
        double scaleY = (double) picture.height() / frame.rows();
        for (Mask mask : model.coversOf(frame)) {
            Box box = mask.box();
            int left = (int) Math.clamp(Math.floor(box.x() * scaleX), 0, picture.width());
            int top = (int) Math.clamp(Math.floor(box.y() * scaleY), 0, picture.height());
            int right = (int) Math.clamp(Math.ceil((box.x() + box.width()) * scaleX), 0, picture.width());
            int bottom = (int) Math.clamp(Math.ceil((box.y() + box.height()) * scaleY), 0, picture.height());
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    image.getPixelWriter().setArgb(x, y, 0xFF000000);
                }
            }
        }
        return image;
    }
}

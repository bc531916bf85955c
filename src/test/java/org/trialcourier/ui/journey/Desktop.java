// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.trialcourier.ui.RealWindow;

/** A folder on the desktop that can be dragged into another window, as a file program does it. */
final class Desktop {
    private Desktop() {}

    static void drop(FxRobot robot, Path folder, Stage target) {
        Stage desktop = RealWindow.look(() -> show(folder));
        try {
            Bounds from = RealWindow.look(() -> {
                var root = desktop.getScene().getRoot();
                return root.localToScreen(root.getLayoutBounds());
            });
            WaitForAsyncUtils.waitForFxEvents();
            double x = target.getX() + target.getWidth() / 2;
            double y = target.getY() + target.getHeight() / 2;
            robot.moveTo(from.getCenterX(), from.getCenterY())
                    .press(MouseButton.PRIMARY)
                    .moveTo(from.getCenterX() + 20, from.getCenterY() + 60)
                    .moveTo(x, y)
                    .moveBy(5, 5)
                    .release(MouseButton.PRIMARY);
            WaitForAsyncUtils.waitForFxEvents();
        } finally {
            RealWindow.look(() -> {
                desktop.close();
                return true;
            });
        }
    }

    private static Stage show(Path folder) {
        Label icon = new Label(String.valueOf(folder.getFileName()));
        icon.setPrefSize(90, 30);
        icon.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(folder.toFile()));
            icon.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setX(0);
        stage.setY(0);
        stage.setAlwaysOnTop(true);
        stage.setScene(new Scene(icon));
        stage.show();
        return stage;
    }
}

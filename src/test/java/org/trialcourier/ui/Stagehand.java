// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.trialcourier.app.AppOptions;

/** Runs the real window in a test: does things on the UI thread, waits for what follows, takes pictures. */
final class Stagehand implements AutoCloseable {
    /** There is one UI thread: two test classes that use it take turns. */
    static final String WINDOW = "window";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static boolean started;

    private final Stage stage;
    private final Entrance entrance;

    Stagehand(AppOptions options, boolean practice, double width, double height) {
        startToolkit();
        stage = fx(Stage::new);
        entrance = fx(() -> {
            Entrance made = new Entrance(stage, options);
            made.open(practice);
            stage.setMinWidth(0);
            stage.setWidth(width);
            stage.setHeight(height);
            return made;
        });
    }

    static synchronized void startToolkit() {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        Platform.setImplicitExit(false);
        try {
            up.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        UiThreadWatch.begin();
        started = true;
    }

    static <T> T fx(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Gives the program a file, as a drop on the window or a double click does. */
    void arrive(Path file) {
        run(() -> entrance.arrive(List.of(file.toString())));
    }

    void run(Runnable work) {
        fx(() -> {
            work.run();
            return true;
        });
    }

    void until(String what, BooleanSupplier holds) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> fx(holds::getAsBoolean));
    }

    Desk desk() {
        until("the desk is there", () -> entrance.desk().isPresent());
        return fx(() -> entrance.desk().orElseThrow());
    }

    Entrance entrance() {
        return entrance;
    }

    Scene scene() {
        return fx(stage::getScene);
    }

    Stage stage() {
        return stage;
    }

    /** The node of an id, as soon as it is laid out. */
    Node find(String id) {
        until(id + " is there", () -> stage.getScene().getRoot().lookup("#" + id) != null);
        return Objects.requireNonNull(fx(() -> stage.getScene().getRoot().lookup("#" + id)), "nothing is called " + id);
    }

    void press(String id) {
        Node node = find(id);
        run(((ButtonBase) node)::fire);
    }

    /** Takes a picture of the whole window, drawn at that scale. */
    void picture(Path file, double scale) {
        pulses(6);
        WritableImage image = fx(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            parameters.setViewport(new Rectangle2D(
                    0, 0, stage.getScene().getWidth() * scale, stage.getScene().getHeight() * scale));
            return stage.getScene().getRoot().snapshot(parameters, null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(target, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the window lay itself out and draw. */
    void pulses(int count) {
        for (int i = 0; i < count; i++) {
            CompletableFuture<Boolean> drawn = new CompletableFuture<>();
            Platform.runLater(() -> {
                Runnable[] listener = new Runnable[1];
                listener[0] = () -> {
                    stage.getScene().removePostLayoutPulseListener(listener[0]);
                    drawn.complete(true);
                };
                stage.getScene().addPostLayoutPulseListener(listener[0]);
                Platform.requestNextPulse();
            });
            drawn.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void close() {
        run(entrance::quit);
        entrance.close();
        UiThreadWatch.judge();
    }
}

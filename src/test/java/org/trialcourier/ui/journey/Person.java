// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.journey;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.trialcourier.app.AppOptions;
import org.trialcourier.ui.RealWindow;

/** Who sits before the window: looks, points, types, and waits until what she expects is there. */
final class Person implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LONGEST_WAY = 80;

    private final FxRobot robot = new FxRobot();
    private final RealWindow window;

    private Person(RealWindow window) {
        this.window = window;
        robot.targetWindow(window.stage());
    }

    static Person before(AppOptions options) {
        return new Person(RealWindow.open(options));
    }

    /** Waits until something on the screen holds. */
    void until(String what, BooleanSupplier holds) {
        try {
            await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> look(holds::getAsBoolean));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(what + " did not come true; seen: " + seen(), e);
        }
    }

    /** Waits until a text can be read somewhere. */
    void sees(String text) {
        until("“" + text + "” can be read", () -> texts().stream().anyMatch(shown -> shown.contains(text)));
    }

    /** Waits until a text can be read nowhere. */
    void seesNoMore(String text) {
        until("“" + text + "” is gone", () -> texts().stream().noneMatch(shown -> shown.contains(text)));
    }

    /** Presses what has this id, once it is there and can be pressed. */
    void press(String id) {
        point(find(id, node -> !node.isDisabled()));
    }

    /** Presses the text itself: a line of a list, a tab. */
    void pressText(String text) {
        point(find("the text " + text, node -> node instanceof Label label && text.equals(label.getText())));
    }

    /** Presses the check box whose name begins so. */
    void pressBox(String beginning) {
        point(find(
                "a box " + beginning,
                node -> node instanceof CheckBox box
                        && String.valueOf(box.getAccessibleText()).startsWith(beginning)));
    }

    /** Writes into a field, in place of what it held. */
    void write(String id, String text) {
        press(id);
        until(id + " has the keyboard", () -> id.equals(focusId()));
        pushes(KeyCode.SHORTCUT, KeyCode.A);
        pushes(KeyCode.DELETE);
        until(id + " is empty", () -> ((TextInputControl) node(id)).getText().isEmpty());
        types(text);
        until(id + " holds what was written", () -> text.equals(((TextInputControl) node(id)).getText()));
    }

    /** Writes into whatever has the keyboard. */
    void types(String text) {
        takesTheKeyboard();
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Pushes keys together and lets go at once: a key held while the machine is busy repeats itself and Tab goes too far. */
    void pushes(KeyCode... keys) {
        takesTheKeyboard();
        look(() -> {
            Robot keyboard = new Robot();
            List.of(keys).forEach(key -> keyboard.keyPress(onTheKeyboard(key)));
            List.of(keys).reversed().forEach(key -> keyboard.keyRelease(onTheKeyboard(key)));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static KeyCode onTheKeyboard(KeyCode key) {
        return key == KeyCode.SHORTCUT ? KeyCode.CONTROL : key;
    }

    /** Goes from control to control by Tab until a control has the keyboard. */
    void tabsTo(String id) {
        List<String> way = new ArrayList<>();
        for (String now = look(this::focusId); !id.equals(now); now = look(this::focusId)) {
            way.add(now);
            if (way.size() > LONGEST_WAY) {
                throw new AssertionError(id + " cannot be reached by Tab; the way was " + way);
            }
            Node before = look(this::focusOwner);
            pushes(KeyCode.TAB);
            until("the keyboard went on from " + now, () -> focusOwner() != before);
        }
    }

    /** Opens a list of choices and takes one of them. */
    void chooses(String id, String choice) {
        press(id);
        robot.clickOn(choice);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Drags with the mouse over a part of a node, given in shares of its size. */
    void drag(String id, double fromX, double fromY, double toX, double toY) {
        Bounds place = look(() -> {
            Node node = node(id);
            return node.localToScreen(node.getLayoutBounds());
        });
        robot.drag(place.getMinX() + fromX * place.getWidth(), place.getMinY() + fromY * place.getHeight())
                .moveTo(place.getMinX() + toX * place.getWidth(), place.getMinY() + toY * place.getHeight())
                .drop();
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Drags a folder from the desktop into the window. */
    void drops(Path folder) {
        Desktop.drop(robot, folder, window.stage());
    }

    /** Ids of what can be used now and begins so. */
    List<String> ids(String beginning) {
        return look(() -> nodes().stream()
                .filter(node -> !node.isDisabled())
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith(beginning))
                .distinct()
                .toList());
    }

    /** Whether a node is on the screen. */
    boolean canSee(String id) {
        return look(() -> node(id) != null && isShown(node(id)));
    }

    /** Whether a control is on the screen and can be used now. */
    boolean canUse(String id) {
        return look(() -> node(id) != null && isShown(node(id)) && !node(id).isDisabled());
    }

    /** The node of an id, for a page that has to look closer; on the UI thread only. */
    Node node(String id) {
        return window.stage().getScene().getRoot().lookup("#" + id);
    }

    static <T> T look(Callable<T> at) {
        return RealWindow.look(at);
    }

    private void point(Node node) {
        WaitForAsyncUtils.waitForFxEvents();
        look(() -> scrollsTo(node));
        WaitForAsyncUtils.waitForFxEvents();
        takesTheKeyboard();
        robot.clickOn(node);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Scrolls what lies outside the part of a page that is seen into its middle. */
    private static boolean scrollsTo(Node node) {
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane && pane.getContent() != null) {
                Bounds seen = pane.localToScene(pane.getLayoutBounds());
                Bounds place = node.localToScene(node.getLayoutBounds());
                if (place.getMinY() < seen.getMinY() || place.getMaxY() > seen.getMaxY()) {
                    Bounds whole =
                            pane.getContent().localToScene(pane.getContent().getLayoutBounds());
                    double room = whole.getHeight() - seen.getHeight();
                    double wanted = place.getCenterY() - whole.getMinY() - seen.getHeight() / 2;
                    pane.setVvalue(Math.clamp(wanted / room, 0.0, 1.0) * (pane.getVmax() - pane.getVmin()));
                }
                return true;
            }
        }
        return false;
    }

    private void takesTheKeyboard() {
        look(() -> {
            window.stage().requestFocus();
            return true;
        });
        until("the window has the keyboard", () -> window.stage().isFocused());
    }

    private Node find(String what, Predicate<Node> right) {
        until(what + " can be used", () -> first(what, right).isPresent());
        return look(() -> first(what, right).orElseThrow());
    }

    private Optional<Node> first(String id, Predicate<Node> right) {
        boolean byId = !id.contains(" ");
        return nodes().stream()
                .filter(node -> !byId || id.equals(node.getId()))
                .filter(right)
                .findFirst();
    }

    private @Nullable Node focusOwner() {
        return window.stage().getScene().getFocusOwner();
    }

    private String focusId() {
        Node owner = focusOwner();
        return owner == null ? "nothing" : String.valueOf(owner.getId());
    }

    private String seen() {
        return String.join(" | ", look(this::texts));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Node node : nodes()) {
            String words =
                    switch (node) {
                        case Labeled labeled -> labeled.getText();
                        case TextInputControl input -> input.getText();
                        case Text text -> text.getText();
                        default -> null;
                    };
            if (words != null) {
                texts.add(words);
            }
        }
        return texts;
    }

    private List<Node> nodes() {
        List<Node> all = new ArrayList<>();
        collect(window.stage().getScene().getRoot(), all);
        return all;
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible()) {
            return;
        }
        all.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    @Override
    public void close() {
        window.close();
    }
}

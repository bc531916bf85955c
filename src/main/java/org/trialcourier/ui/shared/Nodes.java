// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.shared;

import atlantafx.base.theme.Styles;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.trialcourier.text.Words;

/** Makes the small parts that every screen is built of, so that each has its id, its accessible text and its style. */
public final class Nodes {
    private static final double ROW = 36;

    private Nodes() {}

    /** A line of text in a style such as "title" or "muted". */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A text that wraps. */
    public static Label paragraph(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** An icon. */
    public static FontIcon icon(Feather icon, String... styles) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().addAll(styles);
        return node;
    }

    /** A button whose text, id and accessible text come from a key. */
    public static Button button(Words words, String key, Feather icon, Runnable action, String... styles) {
        Button button = new Button(words.say(key), icon(icon));
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> action.run());
        return name(button, key, words);
    }

    /** A button without an icon. */
    public static Button button(Words words, String key, Runnable action, String... styles) {
        Button button = button(words, key, Feather.CIRCLE, action, styles);
        button.setGraphic(null);
        return button;
    }

    /** A button that shows its icon only; its text is the tooltip. */
    public static Button iconButton(Words words, String key, Feather icon, Runnable action) {
        Button button = button(words, key, icon, action, "button-icon", "flat");
        button.setTooltip(new Tooltip(button.getAccessibleText()));
        button.setText("");
        return button;
    }

    /** Gives a button its id and its accessible text, and a mnemonic where its text has an underscore. */
    public static <B extends ButtonBase> B name(B button, String key, Words words) {
        name((Control) button, key, words);
        button.setMnemonicParsing(button.getText().contains("_"));
        if (!(button instanceof CheckBox)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        return button;
    }

    /** Gives a control its id and its accessible text, both from a key. */
    public static <C extends Control> C name(C control, String key, Words words) {
        control.setId(key.replace('.', '-'));
        control.setAccessibleText(plain(words, key));
        return control;
    }

    /** The text of a button without the mark of its letter, for where it is no button. */
    public static String plain(Words words, String key) {
        return words.say(key).replace("_", "");
    }

    /** Room that takes what is left in a row. */
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Shows a node, or takes it out of the layout as well. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Says what is wrong with a field below it, marks the field, and tells it to a screen reader; empty for nothing. */
    public static void mistake(Label below, @Nullable Node field, String text) {
        below.setText(text);
        show(below, !text.isEmpty());
        if (field != null) {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
            field.setAccessibleHelp(text.isEmpty() ? null : text);
        }
    }

    /** Tells how long a list is, now and whenever that changes, for as long as the list lives. */
    public static void follow(ObservableList<?> list, IntConsumer size) {
        list.addListener((InvalidationListener) change -> size.accept(list.size()));
        size.accept(list.size());
    }

    /** Gives a table just the height of its rows and its header, of 36 pixels each, where there is room for them. */
    public static void fit(Control table, int rows) {
        fit(table, rows, 0);
    }

    /** The same with some pixels more, for a scroll bar. */
    public static void fit(Control table, int rows, double more) {
        double height = ROW * (rows + 1) + 2 + more;
        table.setMaxHeight(height);
        table.setPrefHeight(height);
    }

    /** A row with a style class from the stylesheet. */
    public static HBox row(String style, Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add(style);
        return row;
    }

    /** A field below its label. */
    public static VBox field(Words words, String key, TextField control) {
        Label label = label(words.say(key), "strong");
        label.setLabelFor(control);
        return column("lines", label, control);
    }

    /** A column with a style class from the stylesheet. */
    public static VBox column(String style, Node... children) {
        VBox column = new VBox(children);
        column.getStyleClass().add(style);
        return column;
    }
}

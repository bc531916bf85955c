// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialcourier.text.Words;

/** The mark beside the clock, on systems that have a place for one. All of it may wait for the desktop. */
final class Tray implements Presence.Mark {
    private static final Logger LOG = LoggerFactory.getLogger(Tray.class);
    private static final String NAME = "TrialCourier";

    private final TrayIcon icon;

    private Tray(TrayIcon icon) {
        this.icon = icon;
    }

    /** Puts it there; nothing where this desktop has no place for it. */
    static Optional<Tray> place(Words words, Runnable open, Runnable quit) {
        try {
            if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
                return Optional.empty();
            }
            PopupMenu menu = new PopupMenu();
            menu.add(item(words.say("tray.open"), open));
            menu.add(item(words.say("tray.quit"), quit));
            Image mark =
                    Toolkit.getDefaultToolkit().getImage(Objects.requireNonNull(Tray.class.getResource("icon-64.png")));
            TrayIcon made = new TrayIcon(mark, NAME, menu);
            made.setImageAutoSize(true);
            made.addActionListener(event -> open.run());
            SystemTray.getSystemTray().add(made);
            return Optional.of(new Tray(made));
        } catch (AWTException | RuntimeException | LinkageError none) {
            LOG.info("there is no place beside the clock: {}", none.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.addActionListener(event -> action.run());
        return item;
    }

    @Override
    public void say(String text) {
        EventQueue.invokeLater(() -> icon.displayMessage(NAME, text, TrayIcon.MessageType.NONE));
    }

    @Override
    public void status(String text) {
        EventQueue.invokeLater(() -> icon.setToolTip(NAME + ": " + text));
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> SystemTray.getSystemTray().remove(icon));
    }
}

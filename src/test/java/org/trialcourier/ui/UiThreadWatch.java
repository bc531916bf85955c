// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * Looks at what the UI thread does, some hundred times a second, while tests use the window: it must never be found in a
 * file, a database or a connection on the program's behalf, nor wait long for a lock. Load on the computer changes
 * nothing about that, so it can be asked of every run.
 */
final class UiThreadWatch {
    private static final long BETWEEN_LOOKS = 3_000_000;
    private static final int LONG = 40;
    /** A look that comes so late says that the computer had no time, for this thread or for who holds the lock. */
    private static final long STARVED = 10 * BETWEEN_LOOKS;

    private static final String OURS = "org.trialcourier.";

    /** Where the machine's own calls end that touch disks and networks. */
    private static final List<String> BLOCKING = List.of(
            "sun.nio.fs.UnixNativeDispatcher",
            "sun.nio.fs.UnixFileSystemProvider",
            "sun.nio.ch.FileChannelImpl",
            "sun.nio.ch.NioSocketImpl",
            "sun.nio.ch.SocketChannelImpl",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile",
            "java.io.UnixFileSystem",
            "java.lang.ProcessImpl",
            "java.net.Inet",
            "org.sqlite.",
            "org.freedesktop.dbus.");

    /** Classes, words and pictures of the program itself are loaded by whoever needs them first. */
    private static final List<String> LOADING = List.of("Loader", "ResourceBundle", "MethodHandle", "java.lang.Class");

    private static final Set<String> FOUND = new ConcurrentSkipListSet<>();
    private static boolean watching;

    private UiThreadWatch() {}

    /** Begins to watch, for as long as the process lives. */
    static synchronized void begin() {
        if (!watching) {
            watching = true;
            Platform.runLater(() -> watch(Thread.currentThread()));
        }
    }

    private static void watch(Thread ui) {
        Thread.ofPlatform().name("ui-thread-watch").daemon().start(() -> {
            int waited = 0;
            long before = System.nanoTime();
            while (ui.isAlive()) {
                Thread.State state = ui.getState();
                StackTraceElement[] stack = ui.getStackTrace();
                long now = System.nanoTime();
                boolean starved = now - before > STARVED;
                before = now;
                if (state == Thread.State.RUNNABLE || own(stack) < 0) {
                    waited = 0;
                } else if (!starved) {
                    waited++;
                }
                if (waited == LONG) {
                    FOUND.add("waits: " + place(stack));
                }
                if (isBlocking(stack)) {
                    FOUND.add(place(stack));
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        });
    }

    /** What was found since this was last asked. */
    static Set<String> found() {
        Set<String> now = Set.copyOf(FOUND);
        FOUND.removeAll(now);
        return now;
    }

    /** Fails a test where the UI thread did what it must not. */
    static void judge() {
        Set<String> now = found();
        if (!now.isEmpty()) {
            throw new AssertionError("on the UI thread:\n" + String.join("\n", now));
        }
    }

    private static boolean isBlocking(StackTraceElement[] stack) {
        int own = own(stack);
        boolean blocks = false;
        for (int i = 0; i < own; i++) {
            String name = stack[i].getClassName();
            if (LOADING.stream().anyMatch(name::contains)) {
                return false;
            }
            blocks |= BLOCKING.stream().anyMatch(name::startsWith);
        }
        return blocks
                && Stream.of(stack).noneMatch(frame -> frame.getMethodName().equals("<clinit>"));
    }

    /** Index of the innermost frame of the program, or -1 where the toolkit itself does something. */
    private static int own(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length; i++) {
            String name = stack[i].getClassName();
            if (name.startsWith(OURS)) {
                return i;
            }
            if (name.startsWith("javafx.") || name.startsWith("com.sun.")) {
                return -1;
            }
        }
        return -1;
    }

    private static String place(StackTraceElement[] stack) {
        StringBuilder place = new StringBuilder(String.valueOf(stack[0]));
        int frames = 0;
        for (StackTraceElement each : stack) {
            if (each.getClassName().startsWith(OURS) && frames < 6) {
                place.append(" < ")
                        .append(each.getClassName().substring(OURS.length()))
                        .append('.')
                        .append(each.getMethodName());
                frames++;
            }
        }
        return place.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * How the window is opened.
 *
 * @param options data folder, time, language
 * @param practice whether to go into practice mode at once
 * @param background whether it stays out of sight, as after signing in to the computer
 * @param given files and folders, as absolute paths, and {@code trialcourier://} links
 */
public record WindowStart(AppOptions options, boolean practice, boolean background, List<String> given) {
    private static final String LINK = "trialcourier:";
    private static final String FILE = "file:";

    /** Keeps its own copy. */
    public WindowStart {
        given = List.copyOf(given);
    }

    /** The window without anything given. */
    public static WindowStart of(AppOptions options, boolean practice) {
        return new WindowStart(options, practice, false, List.of());
    }

    /** Whether a word is a link to join a trial. */
    public static boolean isLink(String word) {
        return word.regionMatches(true, 0, LINK, 0, LINK.length());
    }

    /** A word as it was given, {@code file:} addresses as paths: desktops of Linux hand files over as addresses. */
    public static String plain(String word) {
        if (!word.regionMatches(true, 0, FILE, 0, FILE.length())) {
            return word;
        }
        try {
            return Path.of(URI.create(word)).toString();
        } catch (IllegalArgumentException | FileSystemNotFoundException notOfThisComputer) {
            return word;
        }
    }

    /** Whether the window can do something with a word: it is a link, or a file or folder that is there. */
    public static boolean isUnderstood(String word) {
        try {
            return isLink(word) || Files.exists(Path.of(plain(word)));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }
}

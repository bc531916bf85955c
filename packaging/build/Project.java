// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is packaged, and for which system.
 *
 * @param root the folder of the pom
 * @param version of the program
 * @param time of every file in the package, so that the same commit gives the same package
 * @param system this computer's
 */
record Project(Path root, String version, FileTime time, OperatingSystem system) {
    /** The systems there are installers for. */
    enum OperatingSystem {
        LINUX,
        WINDOWS,
        MAC
    }

    static Project here() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        String pom = Files.readString(root.resolve("pom.xml"));
        return new Project(
                root,
                first(pom, "<version>([^<]+)</version>"),
                FileTime.from(Instant.parse(first(pom, "<project.build.outputTimestamp>([^<]+)<"))),
                running(System.getProperty("os.name")));
    }

    private static OperatingSystem running(String name) {
        if (name.startsWith("Windows")) {
            return OperatingSystem.WINDOWS;
        }
        return name.startsWith("Mac") ? OperatingSystem.MAC : OperatingSystem.LINUX;
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("pom.xml has no " + pattern);
        }
        return found.group(1);
    }

    /** The program's own jar. */
    Path jar() {
        return root.resolve("target").resolve("trialcourier-" + version + ".jar");
    }

    /** The libraries that Maven put beside it. */
    Path libraries() {
        return root.resolve("target").resolve("lib");
    }

    /** Where packaging works; made anew each time. */
    Path work() {
        return root.resolve("target").resolve("packaging");
    }

    /** Where the installers end up. */
    Path installers() {
        return root.resolve("target").resolve("installer");
    }

    /** A file of this folder. */
    Path file(String... names) {
        return Path.of(root.resolve("packaging").toString(), names);
    }

    /** An icon; the masters are in {@code icons}. */
    Path icon(String ending) {
        return root.resolve("icons").resolve("trialcourier." + ending);
    }

    /** The version as the systems want it: a Mac takes none that begins with 0. */
    String bundleVersion() {
        return on(OperatingSystem.MAC) && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    boolean on(OperatingSystem asked) {
        return system == asked;
    }

    /** Whether this computer has an ARM processor; otherwise it is an x86-64. */
    static boolean arm() {
        return System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
    }
}

// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A Java runtime with JavaFX inside and only the modules that the program uses. */
final class JavaRuntime {
    /** What the libraries need at run time ({@code jdeps}), and what is found by name only. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop", // image codecs, the tray
            "java.management",
            "java.naming",
            "java.security.jgss", // proxies that ask for Kerberos
            "java.sql",
            "java.xml",
            "javafx.controls",
            "jdk.charsets", // Japanese, Korean and Chinese character sets of DICOM
            "jdk.crypto.cryptoki",
            "jdk.localedata", // dates and numbers of five languages
            "jdk.net",
            "jdk.security.auth", // the key store of the desktop (D-Bus)
            "jdk.unsupported",
            "jdk.zipfs");

    private JavaRuntime() {}

    static Path link(Project project) throws IOException, InterruptedException {
        Path modules = project.work().resolve("jmods");
        Files.createDirectories(modules);
        for (Path jar : Folders.jars(project.libraries())) {
            String name = jar.getFileName().toString();
            if (name.matches("javafx-(base|graphics|controls)-.*-(linux|win|mac).*\\.jar")) {
                module(project, jar, modules.resolve("javafx." + name.split("-")[1] + ".jmod"));
            }
        }
        List<String> wanted = new ArrayList<>(MODULES);
        if (project.on(Project.OperatingSystem.WINDOWS)) {
            wanted.add("jdk.crypto.mscapi"); // the certificates that Windows trusts
        }
        Path runtime = project.work().resolve("runtime");
        Tool.run(List.of(
                Tool.jdk("jlink"),
                "--module-path",
                modules.toString(),
                "--add-modules",
                String.join(",", wanted),
                "--include-locales=en,de,fr,es,ja",
                "--strip-java-debug-attributes",
                "--no-man-pages",
                "--no-header-files",
                "--generate-cds-archive",
                "--output",
                runtime.toString()));
        return runtime;
    }

    /** A jar of JavaFX as a module whose natives go into the runtime's own folder. */
    private static void module(Project project, Path jar, Path jmod) throws IOException, InterruptedException {
        Path unpacked = project.work().resolve("javafx").resolve(jmod.getFileName().toString());
        Path classes = unpacked.resolve("classes");
        Path natives = unpacked.resolve("natives");
        Files.createDirectories(natives);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).collect(Collectors.toList())) {
                boolean isNative = entry.getName().matches("[^/]+\\.(so|dll|dylib)");
                Path file = (isNative ? natives : classes).resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        Tool.run(List.of(
                Tool.jdk("jmod"),
                "create",
                "--class-path",
                classes.toString(),
                "--libs",
                natives.toString(),
                jmod.toString()));
    }
}

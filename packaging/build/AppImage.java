// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program with its runtime as one folder that starts anywhere.
 *
 * @param folder of the image
 * @param app where jars, natives and options stand; the launcher calls it {@code $APPDIR}
 * @param launcher the program to start
 */
record AppImage(Project project, Path folder, Path app, Path launcher) {
    private static final String NAME = "TrialCourier";

    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.net.useSystemProxies=true",
            // the collector that starts quickest and needs least; with room for the old from the start, so that none of its
            // pauses is one that a person sees
            "-XX:+UseSerialGC",
            "-Xms192m",
            "-XX:NewSize=32m",
            "-XX:MetaspaceSize=128m",
            "-XX:MaxRAMPercentage=40",
            // without this the machine warns in the terminal where the cache does not fit, and starts all the same
            "-Xlog:aot=off",
            "-Xlog:cds=off");

    static AppImage make(Project project, Libraries libraries, Path runtime) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Tool.jdk("jpackage"),
                "--type", "app-image",
                "--name", NAME,
                "--app-version", project.bundleVersion(),
                "--vendor", NAME,
                "--description", "Smart uploader for clinical-trial imaging sites",
                "--copyright", "Apache License 2.0",
                "--input", libraries.classPath().toString(),
                "--main-jar", project.jar().getFileName().toString(),
                "--main-class", "org.trialcourier.Main",
                "--runtime-image", runtime.toString(),
                "--dest", project.work().resolve("image").toString()));
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(Libraries.options());
        options.addAll(nothingAfterACrash(project));
        if (project.on(Project.OperatingSystem.LINUX)) {
            // what compiling and pictures took is given back while the window rests; other systems do so by themselves
            options.add("-XX:TrimNativeHeapInterval=30000");
        }
        for (String option : options) {
            command.addAll(List.of("--java-options", option));
        }
        switch (project.system()) {
            case LINUX -> command.addAll(List.of("--icon", project.root().resolve("icons/trialcourier-512.png").toString()));
            case WINDOWS ->
                command.addAll(List.of(
                        "--icon", project.icon("ico").toString(),
                        "--add-launcher", "trialcourier-console=" + project.file("windows", "console.properties")));
            case MAC ->
                command.addAll(List.of(
                        "--icon", project.icon("icns").toString(),
                        "--mac-package-identifier", "org.trialcourier",
                        "--mac-package-name", NAME,
                        "--resource-dir", project.file("mac").toString()));
        }
        Tool.run(command);
        AppImage image = at(project, project.work().resolve("image"));
        Folders.copy(libraries.natives(), image.app.resolve("native"));
        Folders.copy(project.work().resolve("legal"), image.app.resolve("legal"));
        Folders.date(image.folder, project.time());
        return image;
    }

    /** A report or a core of a crashed Java machine would hold the command line and the memory: paths and people. */
    private static List<String> nothingAfterACrash(Project project) {
        String nowhere = project.on(Project.OperatingSystem.WINDOWS) ? "NUL" : "/dev/null";
        return List.of("-XX:ErrorFile=" + nowhere, "-XX:-CreateCoredumpOnCrash");
    }

    private static AppImage at(Project project, Path parent) {
        return switch (project.system()) {
            case LINUX -> {
                Path folder = parent.resolve(NAME);
                yield new AppImage(project, folder, folder.resolve("lib/app"), folder.resolve("bin").resolve(NAME));
            }
            case WINDOWS -> {
                Path folder = parent.resolve(NAME);
                yield new AppImage(project, folder, folder.resolve("app"), folder.resolve(NAME + ".exe"));
            }
            case MAC -> {
                Path folder = parent.resolve(NAME + ".app");
                Path contents = folder.resolve("Contents");
                yield new AppImage(
                        project, folder, contents.resolve("app"), contents.resolve("MacOS").resolve(NAME));
            }
        };
    }

    /** Lets the program go through its screens once and keeps what the Java machine learnt, so that later starts are quick. */
    void train() throws IOException, InterruptedException {
        Path cache = app.resolve("start.aot");
        start(List.of(), "-XX:AOTCacheOutput=" + cache);
        try (var files = Files.list(app)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfg")).toList()) {
                Files.writeString(file, "java-options=-XX:AOTCache=$APPDIR/start.aot\n", StandardOpenOption.APPEND);
            }
        }
        removeCommands();
        if (project.on(Project.OperatingSystem.MAC)) {
            Tool.run(List.of("codesign", "--force", "--deep", "--sign", "-", folder.toString()));
        }
        Folders.date(folder, project.time());
    }

    /** The runtime's own commands were needed to make the cache; an installed program has no use for them. */
    private void removeCommands() throws IOException {
        for (Path file : Folders.all(folder)) {
            String name = file.getFileName().toString();
            if (file.getParent().endsWith("bin") && name.matches("(java|javaw|keytool|jrunscript|rmiregistry)(\\.exe)?")) {
                Files.delete(file);
            }
        }
    }

    /** Starts it as a person would: the window opens in practice mode, goes through its screens, and closes. */
    void selfTest() throws IOException, InterruptedException {
        start(List.of("--self-test"), "");
    }

    /** The usual start knows that it is a test from the environment, so that training sees the way without arguments. */
    private void start(List<String> arguments, String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        boolean display = !project.on(Project.OperatingSystem.LINUX) || System.getenv("DISPLAY") != null;
        String without = "";
        if (!display && Tool.exists("xvfb-run")) {
            command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"));
        } else if (!display) {
            without = " -Dglass.platform=Headless -Dprism.order=sw";
        }
        command.add(launcher.toString());
        command.addAll(arguments);
        Map<String, String> environment = new HashMap<>();
        environment.put("TRIALCOURIER_HOME", project.work().resolve("trial").toString());
        environment.put("TRIALCOURIER_SELF_TEST", "1");
        environment.put("JAVA_TOOL_OPTIONS", (options + without).strip());
        if (!without.isEmpty()) {
            environment.put("DISPLAY", "none"); // the headless platform asks nobody
        }
        Tool.run(command, environment);
    }
}

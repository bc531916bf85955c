// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes what a hospital installs, from what {@code mvn package} built: a Java runtime, an app image and the installer of
 * this operating system, in {@code target/installer}. Started by {@code package.sh} and {@code package.cmd}.
 *
 * <p>Options: {@code --image} stops at the app image; {@code --fast} packs the .deb with gzip in place of xz.
 */
public final class Package {
    private Package() {}

    /** Makes everything; stops at the first thing that does not work. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> options = List.of(arguments);
        for (String option : options) {
            if (!List.of("--image", "--fast").contains(option)) {
                System.err.println("Unknown option " + option + "; there are --image and --fast.");
                System.exit(2);
            }
        }
        try {
            make(options);
        } catch (IOException e) {
            System.err.println("Packaging stopped: " + (e instanceof java.nio.file.FileSystemException ? e : e.getMessage()));
            System.exit(1);
        }
    }

    private static void make(List<String> options) throws IOException, InterruptedException {
        Project project = Project.here();
        if (!options.contains("--image")) {
            Installer.requireTool(project);
        }
        Folders.empty(project.work());
        say("Libraries without the natives of other systems");
        Libraries libraries = Libraries.prepare(project);
        say("Licence texts and bill of materials");
        Notices.write(project);
        say("Java runtime");
        Path runtime = JavaRuntime.link(project);
        say("App image");
        AppImage image = AppImage.make(project, libraries, runtime);
        say("Quick start (AOT cache), by training");
        image.train();
        say("Self-test of the app image");
        image.selfTest();
        if (!options.contains("--image")) {
            say("Installer");
            Path installer = Installer.make(project, image, options.contains("--fast"));
            Path sum = Installer.checksum(installer);
            say(installer + "  " + Files.size(installer) / 1_000_000 + " MB, SHA-256 in " + sum.getFileName());
        }
    }

    private static void say(String what) {
        System.out.println("==> " + what);
    }
}

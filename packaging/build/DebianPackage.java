// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The .deb: the app image in {@code /opt}, a command on the PATH, a menu entry with file type and link, icons. No script
 * runs at installation: the system's own triggers find the menu entry. The files keep their times, which the quick
 * start needs.
 */
record DebianPackage(Project project, AppImage image) {
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");

    Path make(boolean fast) throws IOException, InterruptedException {
        Path root = project.work().resolve("deb");
        Path share = root.resolve("usr/share");
        Folders.copy(image.folder(), root.resolve("opt/trialcourier"));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/trialcourier"), Path.of("/opt/trialcourier/bin/TrialCourier"));
        put(project.file("linux", "trialcourier.desktop"), share.resolve("applications/trialcourier.desktop"));
        put(project.icon("svg"), share.resolve("icons/hicolor/scalable/apps/trialcourier.svg"));
        for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
            put(
                    project.root().resolve("icons/trialcourier-" + size + ".png"),
                    share.resolve("icons/hicolor/" + size + "x" + size + "/apps/trialcourier.png"));
        }
        put(project.work().resolve("legal/THIRD-PARTY.txt"), share.resolve("doc/trialcourier/copyright"));
        modes(root);
        control(root);
        Folders.date(root, project.time());
        Path made = project.installers()
                .resolve("trialcourier_" + project.version() + "_" + architecture() + ".deb");
        Tool.run(
                List.of(
                        "dpkg-deb", "--root-owner-group", fast ? "-Zgzip" : "-Zxz", "--build", root.toString(),
                        made.toString()),
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(project.time().toInstant().getEpochSecond())));
        return made;
    }

    private static void put(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }

    private static String architecture() {
        return Project.arm() ? "arm64" : "amd64";
    }

    private void control(Path root) throws IOException {
        long kilobytes = 0;
        for (Path file : Folders.all(root)) {
            kilobytes += Files.isRegularFile(file) ? Files.size(file) / 1024 + 1 : 1;
        }
        Path control = root.resolve("DEBIAN").resolve("control");
        Files.createDirectories(control.getParent());
        Files.writeString(
                control,
                Files.readString(project.file("linux", "control"))
                        .replace("${version}", project.version())
                        .replace("${architecture}", architecture())
                        .replace("${size}", String.valueOf(kilobytes)));
    }

    /** The same modes whoever builds: programs may be started, the rest is only read. */
    private static void modes(Path root) throws IOException {
        for (Path file : Folders.all(root)) {
            if (!Files.isSymbolicLink(file)) {
                boolean program = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(file, program ? PROGRAM : FILE);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Makes the installer of this system: .deb, per-user .msi or .dmg. */
final class Installer {
    private Installer() {}

    /** Fails at once, not after minutes, where the program that makes the installer is missing. */
    static void requireTool(Project project) throws IOException {
        String tool =
                switch (project.system()) {
                    case LINUX -> "dpkg-deb";
                    case WINDOWS -> "wix";
                    case MAC -> "hdiutil";
                };
        if (!Tool.exists(tool)) {
            throw new IOException(tool + " is not on the PATH"
                    + (project.on(Project.OperatingSystem.WINDOWS)
                            ? "; WiX 5 comes with: dotnet tool install --global wix --version 5.0.2"
                            : "")
                    + ". With --image an app image is made without it.");
        }
    }

    static Path make(Project project, AppImage image, boolean fast) throws IOException, InterruptedException {
        Files.createDirectories(project.installers());
        return switch (project.system()) {
            case LINUX -> new DebianPackage(project, image).make(fast);
            case WINDOWS -> windows(project, image);
            case MAC -> mac(project, image);
        };
    }

    /** A .msi that a person installs for herself, without an administrator (WiX 5). */
    private static Path windows(Project project, AppImage image) throws IOException, InterruptedException {
        Path made = project.installers().resolve("TrialCourier-" + project.version() + ".msi");
        Tool.run(List.of(
                "wix", "build",
                project.file("windows", "TrialCourier.wxs").toString(),
                "-arch", Project.arm() ? "arm64" : "x64",
                "-d", "Version=" + project.version(),
                "-d", "Image=" + image.folder(),
                "-d", "Icon=" + project.icon("ico"),
                "-out", made.toString()));
        return made;
    }

    private static Path mac(Project project, AppImage image) throws IOException, InterruptedException {
        Path made = project.installers().resolve("TrialCourier-" + project.version() + ".dmg");
        Path disc = project.work().resolve("disc");
        Files.createDirectories(disc);
        Tool.run(List.of("ditto", image.folder().toString(), disc.resolve(image.folder().getFileName()).toString()));
        Files.createSymbolicLink(disc.resolve("Applications"), Path.of("/Applications"));
        Tool.run(List.of(
                "hdiutil", "create", "-volname", "TrialCourier", "-srcfolder", disc.toString(), "-format", "UDZO",
                "-ov", made.toString()));
        return made;
    }

    /** Writes the SHA-256 beside a file, in the form that {@code sha256sum -c} reads. */
    static Path checksum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            Path beside = file.resolveSibling(file.getFileName() + ".sha256");
            return Files.writeString(
                    beside, HexFormat.of().formatHex(digest.digest()) + "  " + file.getFileName() + "\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The class path of the installed program. Native libraries of this system leave their jars for one folder, where they
 * are loaded without being unpacked into a temporary folder at each start; those of other systems are left out. Entries
 * are stored, which starts quicker, and packs better as a whole.
 *
 * @param classPath jars
 * @param natives native libraries of this system
 */
record Libraries(Path classPath, Path natives) {
    /** Models of an older generation that lie beside those that are used. */
    private static final Pattern UNUSED = Pattern.compile("models/ch_(PP-OCRv3|ppocr_mobile_v2).*\\.onnx");

    static Libraries prepare(Project project) throws IOException {
        Libraries made = new Libraries(
                project.work().resolve("class-path"), project.work().resolve("natives"));
        Files.createDirectories(made.classPath);
        Files.createDirectories(made.natives);
        NativeNames names = NativeNames.of(project.system(), Project.arm());
        made.take(project.jar(), names, project);
        for (Path jar : Folders.jars(project.libraries())) {
            if (!jar.getFileName().toString().startsWith("javafx-")) {
                made.take(jar, names, project);
            }
        }
        return made;
    }

    private void take(Path jar, NativeNames names, Project project) throws IOException {
        Path slim = classPath.resolve(jar.getFileName());
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(slim);
                ZipOutputStream to = new ZipOutputStream(file)) {
            to.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (entry.isDirectory() || UNUSED.matcher(entry.getName()).matches()) {
                    continue;
                }
                byte[] content = content(from, entry);
                switch (names.belongs(entry.getName())) {
                    case EVERYWHERE -> store(to, entry.getName(), content, project);
                    case HERE -> {
                        Path kept = natives.resolve(Path.of(entry.getName()).getFileName());
                        Files.write(kept, content);
                        Files.setLastModifiedTime(kept, project.time());
                    }
                    case ELSEWHERE -> {}
                }
            }
        }
        Files.setLastModifiedTime(slim, project.time());
    }

    private static byte[] content(ZipFile from, ZipEntry entry) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void store(ZipOutputStream to, String name, byte[] content, Project project) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(LocalDateTime.ofInstant(project.time().toInstant(), ZoneOffset.UTC));
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }

    /** Options of the Java machine that say where the natives are; {@code $APPDIR} is the launcher's word. */
    static List<String> options() {
        return List.of(
                "-Dorg.sqlite.lib.path=$APPDIR/native",
                "-Djna.boot.library.path=$APPDIR/native",
                "-Donnxruntime.native.path=$APPDIR/native");
    }
}

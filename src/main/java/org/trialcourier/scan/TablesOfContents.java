// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;

/** Compares what the tables of contents of discs name (DICOMDIR, PS3.3 F) with the files that are there. */
final class TablesOfContents {
    private final Map<Path, Map<String, Path>> folders = new HashMap<>();

    /** Files that a table names and that are not there, as paths to show. */
    List<Phi<String>> missing(Collection<Path> tables) {
        List<Phi<String>> missing = new ArrayList<>();
        for (Path table : tables) {
            for (List<String> named : namedBy(table)) {
                if (find(table.resolveSibling(""), named) == null) {
                    missing.add(
                            Phi.of(table.resolveSibling(String.join("/", named)).toString()));
                }
            }
        }
        return missing;
    }

    private static List<List<String>> namedBy(Path table) {
        List<List<String>> named = new ArrayList<>();
        try {
            for (DataSet record : DicomFile.read(table).data().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
                if (record.hasValue(Tag.REFERENCED_FILE_ID)) {
                    named.add(record.texts(Tag.REFERENCED_FILE_ID));
                }
            }
        } catch (NotDicomException damaged) {
            // It is in the list of what was left out, with its reason; the files are found without it.
            return List.of();
        }
        return named;
    }

    private @Nullable Path find(Path folder, List<String> components) {
        Path at = folder;
        for (String component : components) {
            Path next = children(at).get(plain(component));
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    private Map<String, Path> children(Path folder) {
        return folders.computeIfAbsent(folder, key -> {
            Map<String, Path> children = new HashMap<>();
            try (DirectoryStream<Path> all = Files.newDirectoryStream(key)) {
                all.forEach(child -> children.put(plain(String.valueOf(child.getFileName())), child));
            } catch (IOException | DirectoryIteratorException | InvalidPathException unreadable) {
                // Nothing in it can be found then, and each of its files is reported as missing.
                children.clear();
            }
            return children;
        });
    }

    /** Names as discs and systems change them: case, a version number, a dot at the end. */
    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceFirst("\\.?(;\\d+)?$", "");
    }
}

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;

/**
 * Compares what the tables of contents of discs name (DICOMDIR, PS3.3 F) with the files that are there, in a folder or in
 * a container.
 */
final class TablesOfContents {
    private final Map<Path, Map<String, Path>> folders = new HashMap<>();
    private final Map<Source, Set<String>> containers = new HashMap<>();

    /** Whether a file of this name is a table of contents. */
    static boolean isOne(String name) {
        return name.equalsIgnoreCase("DICOMDIR");
    }

    /** Files that a table names and that are not there, as paths to show. */
    List<Phi<String>> missing(Collection<Source> tables) {
        List<Phi<String>> missing = new ArrayList<>();
        for (Source table : tables) {
            for (List<String> named : namedBy(table)) {
                if (!isThere(table, named)) {
                    String display = table.display();
                    String folder = display.substring(
                            0, display.length() - lastName(display).length());
                    missing.add(Phi.of(folder + String.join("/", named)));
                }
            }
        }
        return missing;
    }

    private static List<List<String>> namedBy(Source table) {
        List<List<String>> named = new ArrayList<>();
        try {
            DataSet data = DicomFile.read(table.open(), ReadOptions.WHOLE).data();
            for (DataSet record : data.items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
                if (record.hasValue(Tag.REFERENCED_FILE_ID)) {
                    named.add(record.texts(Tag.REFERENCED_FILE_ID));
                }
            }
        } catch (IOException | NotDicomException damaged) {
            // It is in the list of what was left out, with its reason; the files are found without it.
            return List.of();
        }
        return named;
    }

    private boolean isThere(Source table, List<String> named) {
        if (!(table instanceof Source.Entry entry)) {
            return find(table.path().resolveSibling(""), named) != null;
        }
        String name = slashes(entry.name());
        String folder = name.substring(0, name.length() - lastName(name).length());
        return names(entry.container()).contains(plainPath(folder + String.join("/", named)));
    }

    /** The paths of all files in a container. */
    private Set<String> names(Source container) {
        return containers.computeIfAbsent(container, key -> {
            Set<String> names = new HashSet<>();
            try {
                Container.of(key).items().forEach(item -> names.add(plainPath(slashes(item.name()))));
            } catch (IOException unreadable) {
                // Nothing in it can be found then, and each of its files is reported as missing.
                names.clear();
            }
            return names;
        });
    }

    private static String slashes(String name) {
        return name.replace('\\', '/');
    }

    private static String plainPath(String path) {
        return Stream.of(path.split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .map(TablesOfContents::plain)
                .collect(Collectors.joining("/"));
    }

    /** The last part of a path of any system, or of a path in an archive. */
    static String lastName(String path) {
        int end = Math.max(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')), path.lastIndexOf('!'));
        return path.substring(end + 1);
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

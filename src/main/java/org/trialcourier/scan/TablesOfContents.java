// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.Phi;
import org.trialcourier.dicom.Tag;

/** Compares what the tables of contents of discs name (DICOMDIR, PS3.3 F) with the files that are there. */
final class TablesOfContents {
    private final Listing listing;

    TablesOfContents(Listing listing) {
        this.listing = listing;
    }

    /** Files that a table names and that are not there, as paths to show. */
    List<Phi<String>> missing() {
        List<Phi<String>> missing = new ArrayList<>();
        if (listing.directories().isEmpty()) {
            return missing;
        }
        Set<String> there = new HashSet<>();
        listing.files().forEach(file -> there.add(plain(file.source().display())));
        for (Path directory : listing.directories()) {
            for (Path named : namedBy(directory)) {
                if (!there.contains(plain(named.toString()))) {
                    missing.add(Phi.of(named.toString()));
                }
            }
        }
        return missing;
    }

    private static List<Path> namedBy(Path directory) {
        List<Path> named = new ArrayList<>();
        try {
            for (DataSet record : DicomFile.read(directory).data().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
                Path path = directory.resolveSibling("");
                for (String component : record.texts(Tag.REFERENCED_FILE_ID)) {
                    path = path.resolve(component);
                }
                if (record.hasValue(Tag.REFERENCED_FILE_ID)) {
                    named.add(path.normalize());
                }
            }
        } catch (NotDicomException | java.nio.file.InvalidPathException damaged) {
            return named;
        }
        return named;
    }

    /** Names as discs and systems change them: case, a version number, a dot at the end. */
    private static String plain(String path) {
        return path.toUpperCase(Locale.ROOT).replaceFirst("\\.?(;\\d+)?$", "");
    }
}

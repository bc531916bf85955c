// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.scan.Source;
import org.trialcourier.work.Lanes;
import org.trialcourier.work.Progress;

/**
 * First pass over the originals: what identifies this patient, gathered from every header, every file name and every
 * folder name, so that the sweep also finds in one file what only another one tells.
 */
final class Originals {
    private Originals() {}

    static PatientValues gather(List<Source> sources, Lanes lanes, Progress progress) throws Exception {
        return gather(sources, new SeriesNames(), lanes, progress);
    }

    /** The same; each image's header is told to {@code series}, too. */
    static PatientValues gather(List<Source> sources, SeriesNames series, Lanes lanes, Progress progress)
            throws Exception {
        PatientValues values = new PatientValues();
        Path shared = shared(sources);
        lanes.inOrder(sources.iterator(), Originals::read, (Read read) -> {
            progress.check();
            if (read.file != null) {
                values.add(read.file.data());
            }
            series.add(read.file == null ? null : read.file.data());
            values.addFileName(named(read.source, shared));
            progress.addItems(1);
        });
        return values;
    }

    /** The folder that all sources are below. */
    private static Path shared(List<Source> sources) {
        Path shared = null;
        for (Source source : sources) {
            Path folder = source.path().toAbsolutePath().getParent();
            while (shared != null && folder != null && !folder.startsWith(shared)) {
                shared = shared.getParent();
            }
            shared = shared == null ? folder : shared;
        }
        return shared == null ? Path.of("") : shared;
    }

    /** The name of a source from two folders above the shared one on: further up are names of the computer's own. */
    private static String named(Source source, Path shared) {
        Path top = shared;
        for (int up = 0; up < 2 && top.getParent() != null; up++) {
            top = top.getParent();
        }
        String display = source.display();
        String above = top.toString();
        return display.startsWith(above) ? display.substring(above.length()) : display;
    }

    private record Read(Source source, @Nullable DicomFile file) {}

    /** A file that cannot be read says nothing about the patient; cleaning it reports it afterwards. */
    private static Read read(Source source) {
        try {
            return new Read(source, DicomFile.read(source.open(), ReadOptions.HEADER));
        } catch (IOException | NotDicomException unreadable) {
            return new Read(source, null);
        }
    }
}

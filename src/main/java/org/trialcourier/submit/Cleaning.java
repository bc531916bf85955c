// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.trialcourier.bag.Content;
import org.trialcourier.deid.Change;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Deidentifier;
import org.trialcourier.deid.Outcome;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.deid.Residue;
import org.trialcourier.deid.ResidueSweep;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;
import org.trialcourier.problem.Phrase;
import org.trialcourier.scan.Source;
import org.trialcourier.wire.BagLayout;

/**
 * Makes one instance safe to leave: de-identifies it, writes it to memory, and sweeps what was written for anything left
 * of the patient. Nothing reaches a disk or the network before that. Safe for several threads.
 */
final class Cleaning {
    /** Files up to this size are finished in memory, larger ones refer to their source for pixel data. */
    private static final long IN_MEMORY = 16L << 20;

    private final Deidentifier deidentifier;
    private final PatientValues values;
    private final ResidueSweep sweep;
    private final boolean listChanges;

    Cleaning(DeidRequest request, PatientValues values, boolean listChanges) {
        this.deidentifier = new Deidentifier(request);
        this.values = values;
        this.sweep = new ResidueSweep(request);
        this.listChanges = listChanges;
    }

    /** What became of an instance. */
    sealed interface Result {}

    /**
     * Safe to leave.
     *
     * @param study new Study Instance UID
     * @param series new Series Instance UID
     * @param instance new SOP Instance UID
     * @param modality of the series
     * @param size of the finished file in bytes
     * @param content the finished file
     * @param changes what was done to it
     */
    record Safe(
            String study,
            String series,
            String instance,
            String modality,
            long size,
            Content content,
            List<Change> changes)
            implements Result {
        String path() {
            return BagLayout.instancePath(study, series, instance);
        }
    }

    /** Held back: nothing of it may leave. The reason names places, never values. */
    record Held(Phrase reason) implements Result {}

    /** Its file is no longer where it was. */
    record Gone() implements Result {}

    Result clean(Source source) {
        Blob blob;
        DicomFile original;
        try {
            blob = source.open();
            original = DicomFile.read(blob, ReadOptions.WHOLE);
        } catch (IOException gone) {
            return new Gone();
        } catch (NotDicomException damaged) {
            return damaged.kind() == NotDicomException.Kind.UNREADABLE ? new Gone() : new Held(damaged.reason());
        }
        return switch (deidentifier.apply(original, values, listChanges)) {
            case Outcome.Refused refused -> new Held(refused.reason());
            case Outcome.Clean clean -> finish(clean, blob.length());
        };
    }

    private Result finish(Outcome.Clean clean, long originalSize) {
        try {
            DicomFile file = clean.file();
            long size;
            Content content;
            if (originalSize >= 0 && originalSize <= IN_MEMORY) {
                ByteArrayOutputStream memory = new ByteArrayOutputStream((int) originalSize + 8192);
                file.write(memory);
                byte[] finished = memory.toByteArray();
                file = DicomFile.read(finished);
                size = finished.length;
                content = out -> out.write(finished);
            } else {
                CountingStream counter = new CountingStream();
                file.write(counter);
                size = counter.count;
                DicomFile large = file;
                content = large::write;
            }
            List<Residue> left = sweep.sweep(file, values);
            if (!left.isEmpty()) {
                return new Held(residue(left));
            }
            if (file.data().text(Tag.STUDY_INSTANCE_UID).isEmpty()
                    || file.data().text(Tag.SERIES_INSTANCE_UID).isEmpty()) {
                return new Held(Phrase.of("held.no-series"));
            }
            return new Safe(
                    file.data().text(Tag.STUDY_INSTANCE_UID),
                    file.data().text(Tag.SERIES_INSTANCE_UID),
                    file.data().text(Tag.SOP_INSTANCE_UID),
                    file.data().text(Tag.MODALITY),
                    size,
                    content,
                    clean.changes());
        } catch (NotDicomException | UncheckedIOException unreadable) {
            return new Held(Phrase.of("held.unchecked"));
        } catch (IOException gone) {
            return new Gone();
        }
    }

    private static Phrase residue(List<Residue> left) {
        Residue first = left.getFirst();
        return Phrase.of("held.residue", first.place(), first.said(), left.size() - 1);
    }

    private static final class CountingStream extends OutputStream {
        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}

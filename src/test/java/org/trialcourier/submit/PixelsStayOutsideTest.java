// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.deid.ClinicalTrial;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.deid.Option;
import org.trialcourier.deid.PatientValues;
import org.trialcourier.deid.TrialKey;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.scan.Source;
import org.trialcourier.work.Progress;

/** Cleaning a file, sweeping and writing it costs the heap the same, however many pixels it has. */
class PixelsStayOutsideTest {
    private static final int FRAME = 512 * 512 * 2;
    private static final int MANY = 600;
    private static final long LITTLE = 4L << 20;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @Test
    void threeHundredMebibytesOfPixelsNeverComeThroughTheHeap() throws Exception {
        Source few = source(40);
        Source many = source(MANY);
        allocated(few);
        long base = allocated(few);
        long more = allocated(many) - base;
        assertThat(more).as("bytes allocated above %d", base).isLessThan(LITTLE);
    }

    /** Bytes that this thread took from the heap to clean a file and to write it. */
    private static long allocated(Source source) throws Exception {
        DeidRequest request = new DeidRequest(
                Set.of(Option.CLEAN_DESCRIPTORS),
                List.of(),
                TrialKey.of(new byte[32]),
                "014-0007",
                new ClinicalTrial("", "LUMEN-301", "", "014", "", "BL", "", ""),
                365);
        PatientValues values = new PatientValues();
        values.add(DicomFile.read(source.open(), ReadOptions.WHOLE).data());
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
        Cleaning.Safe safe = (Cleaning.Safe) new Cleaning(request, values, true).clean(source);
        long[] written = {0};
        safe.content().writeTo(new OutputStream() {
            @Override
            public void write(int one) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
            }
        });
        long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
        assertThat(written[0]).isEqualTo(safe.size()).isGreaterThan(30L * FRAME);
        return after - before;
    }

    private Source source(int frames) throws Exception {
        Path place = Files.createDirectory(folder.resolve("of" + frames));
        write(place.resolve("image"), frames);
        return new Scanner()
                .scan(List.of(place), new Progress(), ScanListener.none())
                .studies()
                .getFirst()
                .series()
                .getFirst()
                .instances()
                .getFirst()
                .source();
    }

    /** A file whose pixels are a hole in the file system. */
    private static void write(Path path, int frames) throws IOException {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2.1");
        data.putText(Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.40.1");
        data.putText(Tag.SERIES_INSTANCE_UID, "1.2.276.0.9999.40.2");
        data.putText(Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.40.3");
        data.putText(Tag.MODALITY, "CT");
        data.putText(Tag.PATIENT_NAME, "Quillfeather^Jory");
        data.putText(Tag.NUMBER_OF_FRAMES, String.valueOf(frames));
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        data.putText(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        data.putInts(Tag.ROWS, Vr.US, 512);
        data.putInts(Tag.COLUMNS, Vr.US, 512);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, 16);
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, new byte[FRAME]);
        DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(path);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long pixels = file.length() - FRAME;
            int length = Math.multiplyExact(FRAME, frames);
            file.seek(pixels - Integer.BYTES);
            file.writeInt(Integer.reverseBytes(length));
            file.setLength(pixels + length);
        }
    }
}

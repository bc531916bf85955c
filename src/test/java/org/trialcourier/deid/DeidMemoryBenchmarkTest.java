// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.work.Sha256;

/**
 * A file of almost 1 GiB in many frames through de-identification, sweep and writing in a Java of its own: at most 128 MiB
 * resident above what the same Java holds after a file of one frame.
 */
@Tag("bench")
@EnabledOnOs(OS.LINUX)
class DeidMemoryBenchmarkTest {
    private static final int FRAME = 512 * 512 * 2;
    private static final int FRAMES = 2047;
    private static final long MOST_KIB = 128 << 10;

    @TempDir
    Path folder;

    @Test
    void aLargeFileNeedsLittleMemory() throws Exception {
        Path small = write(1);
        Path large = write(FRAMES);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeidMemoryBenchmarkTest.class.getName(),
                        small.toString(),
                        large.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertThat(child.waitFor()).isZero();
        long idle = Long.parseLong(said.split(" ", -1)[0]);
        long most = Long.parseLong(said.split(" ", -1)[1]);
        System.err.printf("resident: idle %d KiB, most %d KiB, above idle %d KiB%n", idle, most, most - idle);
        assertThat(most - idle).isLessThan(MOST_KIB);
    }

    /** The child: the small file first, then the large one; says the resident memory after the one and at its most. */
    public static void main(String[] files) throws Exception {
        deidentify(Path.of(files[0]));
        long idle = status("VmRSS:");
        deidentify(Path.of(files[1]));
        System.out.println(idle + " " + status("VmHWM:"));
    }

    private static void deidentify(Path path) throws Exception {
        DeidRequest request = Requests.with(Option.CLEAN_DESCRIPTORS, Option.RETAIN_LONGITUDINAL_MODIFIED_DATES);
        DicomFile file = DicomFile.read(path);
        PatientValues values = PatientValues.collect(List.of(file));
        Outcome.Clean clean = (Outcome.Clean) new Deidentifier(request).apply(file, values, false);
        if (!new ResidueSweep(request).sweep(clean.file(), values).isEmpty()) {
            throw new IllegalStateException("held");
        }
        Path target = path.resolveSibling("out");
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), Sha256.digest())) {
            clean.file().write(out);
        }
        if (Files.size(target) < Files.size(path) / 2) {
            throw new IllegalStateException("not whole");
        }
        Files.delete(target);
    }

    private static long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** A file whose pixels are a hole in the file system: a GiB that needs no disc. */
    private Path write(int frames) throws IOException {
        DataSet data = AdversaryTest.person();
        data.putText(org.trialcourier.dicom.Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2.1");
        data.putText(org.trialcourier.dicom.Tag.NUMBER_OF_FRAMES, String.valueOf(frames));
        data.putInts(org.trialcourier.dicom.Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        data.putInts(org.trialcourier.dicom.Tag.ROWS, Vr.US, 512);
        data.putInts(org.trialcourier.dicom.Tag.COLUMNS, Vr.US, 512);
        data.putInts(org.trialcourier.dicom.Tag.BITS_ALLOCATED, Vr.US, 16);
        data.putBytes(org.trialcourier.dicom.Tag.PIXEL_DATA, Vr.OW, new byte[FRAME]);
        Path path = folder.resolve("frames" + frames);
        DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(path);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long pixels = file.length() - FRAME;
            int length = Math.multiplyExact(FRAME, frames);
            file.seek(pixels - 4);
            file.writeInt(Integer.reverseBytes(length));
            file.setLength(pixels + length);
        }
        return path;
    }
}

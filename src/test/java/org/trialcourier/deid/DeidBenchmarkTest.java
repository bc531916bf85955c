// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.work.Sha256;

/**
 * De-identification with its sweep and SHA-256 on two threads against copying the same files with SHA-256 on one, the
 * budget of which is 1.0 in the median; {@code -Dbench.limit} sets another. The two are measured in pairs, in turns
 * first and second, each into an empty folder, with the disk at rest before it.
 */
@Tag("bench")
class DeidBenchmarkTest {
    private static final int FILES = Integer.getInteger("bench.files", 400);
    private static final int WARM = 20;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 15);

    @TempDir
    Path folder;

    private record Took(long wall, long cpu) {
        double cores() {
            return (double) cpu / wall;
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void isNoSlowerThanACopy() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(write(i));
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM; round < ROUNDS; round++) {
            boolean copyFirst = round % 2 == 0;
            Took first = timed(files, copyFirst);
            Took second = timed(files, !copyFirst);
            Took copy = copyFirst ? first : second;
            Took made = copyFirst ? second : first;
            double ratio = (double) made.wall() / copy.wall();
            System.err.printf(
                    "%s de-identify %d ms on %.2f cores, copy %d ms on %.2f, ratio %.2f, of processor time %.2f%n",
                    round < 0 ? "warming" : "round " + round,
                    made.wall() / 1_000_000,
                    made.cores(),
                    copy.wall() / 1_000_000,
                    copy.cores(),
                    ratio,
                    (double) made.cpu() / copy.cpu());
            if (round >= 0) {
                ratios.add(ratio);
            }
        }
        double median = ratios.stream().sorted().toList().get(ratios.size() / 2);
        System.err.printf("median ratio %.2f of %d pairs%n", median, ratios.size());
        assertThat(median).isLessThanOrEqualTo(Double.parseDouble(System.getProperty("bench.limit", "1.0")));
    }

    private Took timed(List<Path> files, boolean copy) throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        new ProcessBuilder("sync", "-f", out.toString()).start().waitFor();
        Work work = copy ? () -> copy(files, out) : () -> deidentify(files, out);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        Took took = new Took(System.nanoTime() - start, system.getProcessCpuTime() - cpu);
        for (Path file : files) {
            Files.delete(out.resolve(file.getFileName()));
        }
        Files.delete(out);
        return took;
    }

    private static void deidentify(List<Path> files, Path out) throws Exception {
        DeidRequest request = Requests.with(
                Option.CLEAN_DESCRIPTORS, Option.RETAIN_LONGITUDINAL_MODIFIED_DATES, Option.RETAIN_SAFE_PRIVATE);
        PatientValues values = PatientValues.collect(List.of(DicomFile.read(files.getFirst())));
        Deidentifier deidentifier = new Deidentifier(request);
        ResidueSweep sweep = new ResidueSweep(request);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<?>> work = new ArrayList<>();
            for (Path file : files) {
                work.add(both.submit(() -> {
                    Outcome.Clean clean = (Outcome.Clean) deidentifier.apply(DicomFile.read(file), values, false);
                    assertThat(sweep.sweep(clean.file(), values)).isEmpty();
                    MessageDigest digest = Sha256.digest();
                    Path target = out.resolve(file.getFileName());
                    try (OutputStream to = new DigestOutputStream(Files.newOutputStream(target), digest)) {
                        clean.file().write(to);
                    }
                    return digest.digest();
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
    }

    private static void copy(List<Path> files, Path to) throws IOException {
        byte[] buffer = new byte[1 << 20];
        for (Path file : files) {
            MessageDigest digest = Sha256.digest();
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = Files.newOutputStream(to.resolve(file.getFileName()))) {
                for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
                    digest.update(buffer, 0, got);
                    out.write(buffer, 0, got);
                }
            }
            assertThat(digest.digest()).hasSize(32);
        }
    }

    private Path write(int number) throws IOException {
        DataSet data = new DataSet();
        data.putText(org.trialcourier.dicom.Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(org.trialcourier.dicom.Tag.SOP_INSTANCE_UID, "1.2.276.0.9999.7." + number);
        data.putText(org.trialcourier.dicom.Tag.STUDY_INSTANCE_UID, "1.2.276.0.9999.7");
        data.putText(org.trialcourier.dicom.Tag.PATIENT_NAME, "Quxwright^Fictional");
        data.putText(org.trialcourier.dicom.Tag.PATIENT_ID, "TP-0099127");
        data.putText(org.trialcourier.dicom.Tag.PATIENT_BIRTH_DATE, "19610304");
        data.putText(org.trialcourier.dicom.Tag.SERIES_DESCRIPTION, "CT chest 1.0 mm");
        for (int tag = 0x00181100; tag < 0x00181180; tag++) {
            data.putText(tag, Vr.DS, "12.5");
        }
        data.putText(org.trialcourier.dicom.Tag.INSTANCE_NUMBER, String.valueOf(number + 1));
        data.putText(0x00080033, Vr.TM, "1012%02d.%03d".formatted(number % 60, number));
        data.putText(0x00080008, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL");
        data.putText(0x00200032, Vr.DS, "-170.5", "-160.25", "-%d.125".formatted(number));
        data.putText(0x00201041, Vr.DS, "-%d.125".formatted(number));
        data.putText(0x00180050, Vr.DS, "1.25");
        data.putInts(org.trialcourier.dicom.Tag.ROWS, Vr.US, 512);
        data.putInts(org.trialcourier.dicom.Tag.COLUMNS, Vr.US, 512);
        data.putInts(org.trialcourier.dicom.Tag.BITS_ALLOCATED, Vr.US, 16);
        byte[] pixels = new byte[512 * 512 * 2];
        new Random(number).nextBytes(pixels);
        data.putBytes(org.trialcourier.dicom.Tag.PIXEL_DATA, Vr.OW, pixels);
        Path file = folder.resolve("CT" + number);
        DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(file);
        return file;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * De-identification with its sweep and SHA-256 on two threads against copying the same files with SHA-256 on one. The
 * budget is 1.0; {@code -Dbench.limit} sets another.
 */
@Tag("bench")
class DeidBenchmarkTest {
    private static final int FILES = 300;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);

    @TempDir
    Path folder;

    @Test
    void isNoSlowerThanACopy() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(write(i));
        }
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (Path file : files) {
                copy(file);
            }
            long copied = System.nanoTime();
            deidentify(files);
            long done = System.nanoTime();
            double ratio = (double) (done - copied) / (copied - start);
            best = Math.min(best, ratio);
            System.err.printf(
                    "de-identify %d ms, copy %d ms, ratio %.2f%n",
                    (done - copied) / 1_000_000, (copied - start) / 1_000_000, ratio);
        }
        assertThat(best).isLessThan(Double.parseDouble(System.getProperty("bench.limit", "1.0")));
    }

    private void deidentify(List<Path> files) throws Exception {
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
                    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target(file)), digest)) {
                        clean.file().write(out);
                    }
                    return digest.digest();
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
    }

    private void copy(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = Files.newOutputStream(target(file))) {
            for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                out.write(buffer, 0, got);
            }
        }
        assertThat(digest.digest()).hasSize(32);
    }

    private Path target(Path file) {
        return file.resolveSibling(file.getFileName() + ".out");
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

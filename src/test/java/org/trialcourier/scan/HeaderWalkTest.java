// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.Blob;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** The quick way must find exactly what the full reader finds, or step back. */
class HeaderWalkTest {
    private final InstanceReader reader = new InstanceReader(new Interner());

    @TempDir
    private Path folder;

    @Test
    void findsWhatTheFullReaderFindsInMadeFiles() throws Exception {
        for (TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_LITTLE, TransferSyntax.IMPLICIT_LITTLE)) {
            Path file = Folders.write(folder.resolve("x"), Made.file(3, syntax));
            assertThat(quick(file)).isNotNull().isEqualTo(full(file));
        }
    }

    @Test
    void findsWhatStandsBehindLargeValues() throws Exception {
        DataSet data = Made.image(4);
        data.putBytes(0x00091002, Vr.OB, new byte[100_000]);
        data.putBytes(0x00191002, Vr.UN, new byte[40_000]);
        Path file = Folders.write(folder.resolve("x"), data);
        assertThat(quick(file)).isNotNull().isEqualTo(full(file));
    }

    @Test
    void findsWhatTheFullReaderFindsInSamples() throws Exception {
        int walked = 0;
        for (Path file : Samples.files()) {
            Instance quick = quick(file);
            if (quick != null) {
                assertThat(quick).as(file.toString()).isEqualTo(full(file));
                walked++;
            }
        }
        if (!Samples.files().isEmpty()) {
            assertThat(walked).isGreaterThan(100);
        }
    }

    @Test
    void mutantsNeverPassWhereTheFullReaderRefuses() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(Made.file(1, TransferSyntax.EXPLICIT_LITTLE));
        seeds.add(Made.file(1, TransferSyntax.IMPLICIT_LITTLE));
        Path file = folder.resolve("mutant");
        long seed = Long.getLong("mutants.seed", 77L);
        for (int i = 0; i < Integer.getInteger("mutants", 3_000); i++) {
            Random random = new Random(seed + i);
            byte[] mutant = seeds.get(i % 2).clone();
            for (int k = 0; k < 3; k++) {
                mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, mutant);
            Instance quick = quick(file);
            if (quick != null) {
                assertThat(quick).as("mutant %d of seed %d", i, seed).isEqualTo(full(file));
            }
        }
    }

    private @Nullable Instance quick(Path file) throws Exception {
        HeaderWalk walk = new HeaderWalk();
        long size = Files.size(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Picked picked = walk.walk(channel, size);
            if (picked == null) {
                return null;
            }
            InstanceReader.Common common = reader.common(picked.common(), walk.transferSyntax());
            return reader.read(new Source.File(file), common, picked.own(), size);
        }
    }

    private Instance full(Path file) throws Exception {
        try {
            DicomFile read = DicomFile.read(Blob.of(file), ReadOptions.WHOLE);
            return reader.read(
                    new Source.File(file), read.data(), read.transferSyntax().uid(), Files.size(file));
        } catch (NotDicomException e) {
            throw new AssertionError("the full reader refuses " + e.reason() + " " + Tag.format(0), e);
        }
    }
}

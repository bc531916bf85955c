// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.Samples;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.work.Progress;

class ScannerTest {
    @TempDir
    private Path folder;

    @Test
    void groupsByPatientStudyAndSeriesAndSortsByInstanceNumber() throws Exception {
        for (int i = 12; i > 0; i--) {
            Folders.write(folder.resolve("a/IM" + i), Made.image(i));
        }
        DataSet other = Made.image(50);
        other.putText(Tag.PATIENT_ID, "TESTPATIENT2");
        Folders.write(folder.resolve("b/x.dcm"), other);
        DataSet scout = Made.image(60);
        scout.putText(Tag.SERIES_INSTANCE_UID, "2.25.12");
        scout.putText(Tag.SERIES_NUMBER, "1");
        Folders.write(folder.resolve("b/scout"), scout);

        Catalog catalog = Folders.scanOnTwo(folder);
        assertThat(catalog.files()).isEqualTo(14);
        assertThat(catalog.patients()).hasSize(2);
        // One study with images of two patients is shown under both.
        assertThat(catalog.studies()).extracting(Study::uid).containsExactly("2.25.10", "2.25.10");
        Study study = catalog.patients().getFirst().studies().getFirst();
        assertThat(study.series()).extracting(Series::uid).containsExactly("2.25.12", "2.25.11");
        assertThat(study.series().get(1).instances())
                .extracting(one -> one.number().instance())
                .isSorted()
                .hasSize(12);
        assertThat(study.modalities()).containsExactly("CT");
        Instance first = study.series().get(1).instances().getFirst();
        assertThat(first.position()).isEqualTo(new Instance.Position(-100.5, -100.5, 1.25));
        assertThat(first.facts().text(Tag.SLICE_THICKNESS)).isEqualTo("1.25");
        assertThat(first.facts().decimals(Tag.PIXEL_SPACING)).containsExactly(0.5, 0.5);
        assertThat(first.facts())
                .isSameAs(study.series().get(1).instances().get(5).facts());
        assertThat(first.frames()).isEqualTo(1);
        assertThat(first.place().patient().name().reveal()).isEqualTo("Specimen^Fictional");
    }

    @Test
    void everyOtherFileIsLeftOutWithItsReason() throws Exception {
        Folders.write(folder.resolve("IM1"), Made.image(1));
        Folders.write(folder.resolve("viewer.exe"), new byte[] {'M', 'Z', 0, 3, 0, 0, 0});
        Folders.write(folder.resolve("autorun.inf"), "[autorun]\r\nopen=viewer.exe".getBytes());
        Folders.write(
                folder.resolve("logo.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16});
        Folders.write(folder.resolve("index.html"), "<!DOCTYPE html><html></html>".getBytes());
        Folders.write(folder.resolve("empty"), new byte[0]);
        byte[] whole = Made.file(2, TransferSyntax.EXPLICIT_LITTLE);
        Folders.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 20));
        Folders.write(folder.resolve("Thumbs.db"), new byte[] {1, 2, 3, 4, 0, 0});
        Catalog catalog = Folders.scan(folder);
        assertThat(catalog.instances()).hasSize(1);
        assertThat(catalog.files()).isEqualTo(8);
        assertThat(Folders.explanations(catalog))
                .containsExactlyInAnyOrder(
                        "viewer.exe: a viewer program of the CD",
                        "autorun.inf: a viewer program of the CD",
                        "logo.jpg: a JPEG picture",
                        "index.html: a web page",
                        "empty: an empty file",
                        "Thumbs.db: a file of the operating system",
                        "cut: a damaged DICOM file: ends after " + (whole.length - 20) + " of " + whole.length
                                + " bytes");
    }

    @Test
    void theSameImageTwiceIsKeptOnceAndADifferentOneIsMarked() throws Exception {
        Folders.write(folder.resolve("a"), Made.image(1));
        Folders.write(folder.resolve("b"), Made.image(1));
        Folders.write(folder.resolve("c"), Made.image(2));
        DataSet changed = Made.image(2);
        changed.putText(Tag.SERIES_DESCRIPTION, "changed");
        Folders.write(folder.resolve("d"), changed);
        Catalog catalog = Folders.scan(folder);
        assertThat(catalog.files()).isEqualTo(4);
        assertThat(Folders.explanations(catalog)).containsExactly("b: the same image a second time");
        assertThat(catalog.instances().filter(Instance::clash)).hasSize(2);
        assertThat(catalog.instances()).hasSize(3);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() throws Exception {
        Catalog catalog = Folders.scan(folder.resolve("nowhere"));
        assertThat(catalog.files()).isEqualTo(1);
        assertThat(Folders.explanations(catalog)).containsExactly("nowhere: gone: it is not there any more");
    }

    @Test
    void overlappingSourcesAreReadOnce() throws Exception {
        Path file = Folders.write(folder.resolve("a/IM1"), Made.image(1));
        assertThat(Folders.scan(folder, folder.resolve("a"), file).files()).isEqualTo(1);
    }

    @Test
    void resultsStreamAndTheScanCanBeCancelled() throws Exception {
        for (int i = 0; i < 50; i++) {
            Folders.write(folder.resolve("IM" + i), Made.image(i));
        }
        Progress progress = new Progress();
        Set<Instance> seen = Collections.newSetFromMap(new ConcurrentHashMap<>());
        ScanListener listener = new ScanListener() {
            @Override
            public void found(Instance instance) {
                seen.add(instance);
                if (seen.size() == 10) {
                    progress.cancel();
                }
            }

            @Override
            public void leftOut(LeftOut leftOut) {}
        };
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> new Scanner().scan(List.of(folder), progress, listener));
        assertThat(seen).hasSize(10);
    }

    @Test
    void progressCountsAllFilesAndBytes() throws Exception {
        long bytes = 0;
        for (int i = 0; i < 5; i++) {
            bytes += Files.size(Folders.write(folder.resolve("IM" + i), Made.image(i)));
        }
        Progress progress = new Progress();
        new Scanner().scan(List.of(folder), progress, ScanListener.none());
        assertThat(progress.snapshot().items()).isEqualTo(5);
        assertThat(progress.snapshot().totalItems()).isEqualTo(5);
        assertThat(progress.snapshot().bytes()).isEqualTo(bytes);
        assertThat(progress.snapshot().totalBytes()).isEqualTo(bytes);
    }

    @Test
    void allSamplesAreAccountedFor() throws Exception {
        List<Path> files = Samples.files();
        if (files.isEmpty()) {
            return;
        }
        Catalog catalog = Folders.scanOnTwo(Samples.folder());
        assertThat(catalog.files()).isEqualTo(files.size());
        assertThat(catalog.instances().count() + catalog.leftOut().size()).isEqualTo(files.size());
        assertThat(catalog.instances().count()).isGreaterThan(200);
    }
}

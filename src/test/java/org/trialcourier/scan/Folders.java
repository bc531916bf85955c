// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Made;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.text.Words;
import org.trialcourier.work.Progress;

/** Folders and archives for scans, and the scan itself in one line. */
final class Folders {
    private Folders() {}

    static Catalog scan(Path... sources) throws InterruptedException {
        return new Scanner().scan(List.of(sources), new Progress(), ScanListener.none());
    }

    static Catalog scanOnTwo(Path... sources) throws InterruptedException {
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            return new Scanner(workers, 2).scan(List.of(sources), new Progress(), ScanListener.none());
        }
    }

    static Path write(Path file, DataSet data) throws IOException {
        return write(file, Made.bytes(DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE)));
    }

    static Path write(Path file, byte[] bytes) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return Files.write(file, bytes);
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static String explanation(LeftOut left) {
        return Words.english().say(left.explanation());
    }

    static List<String> explanations(Catalog catalog) {
        return catalog.leftOut().stream()
                .map(left -> Path.of(left.path().reveal()).getFileName() + ": " + explanation(left))
                .toList();
    }
}

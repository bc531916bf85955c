// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.TransferSyntax;

/**
 * A hospital's CD as it comes to the desk: the CT that the practice trial waits for, an ultrasound picture with text in
 * it, another patient's MR that was burned along, a viewer program with its pictures, one file cut short and one file
 * twice. All people on it are invented.
 */
public final class PracticeDisc {
    private static final int CUT_SHORT_AT = 20_000;

    private PracticeDisc() {}

    /**
     * Writes the disc into a folder, which is made if it is not there. The same day gives the same files.
     *
     * @return the folder
     */
    public static Path make(Path folder, LocalDate today) throws IOException {
        PracticeImages images = new PracticeImages(today);
        List<DirectoryFile.Entry> entries = new ArrayList<>();
        List<DirectoryFile.Entry> chest = write(folder, images.thinChest(), "ST000001", "SE000001");
        entries.addAll(chest);
        entries.addAll(write(folder, images.scout(), "ST000001", "SE000002"));
        entries.addAll(write(folder, images.ultrasound(), "ST000002", "SE000001"));
        List<DirectoryFile.Entry> head = write(folder, images.head(), "ST000003", "SE000001");
        entries.addAll(head);
        DirectoryFile.write(folder.resolve("DICOMDIR"), entries);
        cutShort(folder.resolve(head.getLast().path()));
        Path copies = Files.createDirectories(folder.resolve("DICOM").resolve("COPY"));
        Files.write(
                copies.resolve("IM000020"),
                Files.readAllBytes(folder.resolve(chest.get(19).path())));
        viewer(folder);
        return folder;
    }

    /**
     * Writes the CT as radiology burns it again after the receiver has asked: whole, with the series for soft tissue.
     *
     * @return the folder
     */
    public static Path makeAgain(Path folder, LocalDate today) throws IOException {
        PracticeImages images = new PracticeImages(today);
        List<DirectoryFile.Entry> entries = new ArrayList<>();
        entries.addAll(write(folder, images.thinChest(), "ST000001", "SE000001"));
        entries.addAll(write(folder, images.scout(), "ST000001", "SE000002"));
        entries.addAll(write(folder, images.softChest(), "ST000001", "SE000003"));
        DirectoryFile.write(folder.resolve("DICOMDIR"), entries);
        return folder;
    }

    /** The UID of the study on the disc that belongs to {@link PracticeTrial#DISC_VISIT}. */
    public static String chestStudyUid(LocalDate today) {
        return new PracticeImages(today).studyUid("ct");
    }

    private static List<DirectoryFile.Entry> write(Path folder, List<DataSet> images, String study, String series)
            throws IOException {
        List<DirectoryFile.Entry> entries = new ArrayList<>();
        Files.createDirectories(folder.resolve("DICOM").resolve(study).resolve(series));
        for (DataSet image : images) {
            String name = "IM%06d".formatted(entries.size() + 1);
            String path = String.join("/", "DICOM", study, series, name);
            DicomFile.of(image, TransferSyntax.EXPLICIT_LITTLE).write(folder.resolve(path));
            entries.add(new DirectoryFile.Entry(image, path));
        }
        return entries;
    }

    private static void cutShort(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), CUT_SHORT_AT));
    }

    private static void viewer(Path folder) throws IOException {
        Path viewer = Files.createDirectories(folder.resolve("VIEWER"));
        byte[] program = new byte[40_000];
        new Random(4711).nextBytes(program);
        program[0] = 'M';
        program[1] = 'Z';
        Files.write(viewer.resolve("VIEWER.EXE"), program);
        byte[] picture = Arrays.copyOf(program, 3_000);
        byte[] start = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};
        System.arraycopy(start, 0, picture, 0, start.length);
        Files.write(viewer.resolve("LOGO.JPG"), picture);
        Files.writeString(
                viewer.resolve("INDEX.HTM"),
                "<html><body><h1>Fictional General Hospital</h1><p>Start the viewer to see the images.</p></body></html>\n",
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("AUTORUN.INF"), "[autorun]\r\nopen=VIEWER\\VIEWER.EXE\r\n", StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("README.TXT"),
                "Practice disc of TrialCourier. All people on it are invented.\r\n",
                StandardCharsets.UTF_8);
    }
}

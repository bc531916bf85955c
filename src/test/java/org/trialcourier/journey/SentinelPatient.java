// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** CT images of a fictional patient whose every value is a word that occurs nowhere else. */
final class SentinelPatient {
    /** Words that must not survive anywhere. */
    static final List<String> WORDS = List.of(
            "Zyxwvut",
            "Qrstuvina",
            "SENT-4711-ID",
            "ACC-99817733",
            "19470813",
            "Physzeno",
            "Hospyrion",
            "Streetazzo 12",
            "+49 555 0147",
            "FolderOfZeno");

    private SentinelPatient() {}

    /** Writes a series and gives the folder, which bears the patient's name as folders of hospitals do. */
    static Path write(Path below, int images, String studyDate) throws IOException {
        return write(below, images, studyDate, 64);
    }

    /** The same with square images of so many pixels a side, filled with noise that does not deflate. */
    static Path write(Path below, int images, String studyDate, int side) throws IOException {
        Path folder = Files.createDirectories(below.resolve("FolderOfZeno").resolve("Zyxwvut_Qrstuvina"));
        for (int number = 1; number <= images; number++) {
            image(number, studyDate, side).write(folder.resolve("Zyxwvut" + number + ".dcm"));
        }
        return folder;
    }

    private static DicomFile image(int number, String studyDate, int side) {
        DataSet data = new DataSet();
        data.putText(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100");
        data.putText(0x00080008, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL");
        data.putText(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.826.0.1.3680043.10.543.9.3." + number);
        data.putText(0x00080020, Vr.DA, studyDate);
        data.putText(0x00080023, Vr.DA, studyDate);
        data.putText(0x00080030, Vr.TM, "101500");
        data.putText(0x00080033, Vr.TM, "101500");
        data.putText(0x00080050, Vr.SH, "ACC-99817733");
        data.putText(Tag.MODALITY, Vr.CS, "CT");
        data.putText(0x00080070, Vr.LO, "Fictional Scanners");
        data.putText(0x00080080, Vr.LO, "Hospyrion");
        data.putText(0x00080081, Vr.ST, "Streetazzo 12");
        data.putText(0x00080090, Vr.PN, "Physzeno^Doctor");
        data.putText(0x00081030, Vr.LO, "CT chest of Zyxwvut");
        data.putText(0x0008103E, Vr.LO, "Axial thin 1.0");
        data.putText(0x00104000, Vr.LT, "Zyxwvut Qrstuvina, called +49 555 0147");
        data.putText(Tag.PATIENT_NAME, Vr.PN, "Zyxwvut^Qrstuvina");
        data.putText(Tag.PATIENT_ID, Vr.LO, "SENT-4711-ID");
        data.putText(0x00100030, Vr.DA, "19470813");
        data.putText(0x00100040, Vr.CS, "F");
        data.putText(0x00101040, Vr.LO, "Streetazzo 12");
        data.putText(0x00102154, Vr.SH, "+49 555 0147");
        data.putText(0x00180050, Vr.DS, "1.0");
        data.putText(0x00180060, Vr.DS, "120");
        data.putText(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.826.0.1.3680043.10.543.9.1");
        data.putText(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.826.0.1.3680043.10.543.9.2");
        data.putText(0x00200010, Vr.SH, "ACC-99817733");
        data.putText(0x00200011, Vr.IS, "1");
        data.putText(0x00200012, Vr.IS, "1");
        data.putText(0x00200013, Vr.IS, Integer.toString(number));
        data.putText(0x00200032, Vr.DS, "0", "0", Integer.toString(number));
        data.putText(0x00200037, Vr.DS, "1", "0", "0", "0", "1", "0");
        data.putText(0x00200052, Vr.UI, "1.2.826.0.1.3680043.10.543.9.4");
        data.putText(0x00201040, Vr.LO, "");
        data.putInts(0x00280002, Vr.US, 1);
        data.putText(0x00280004, Vr.CS, "MONOCHROME2");
        data.putInts(0x00280010, Vr.US, side);
        data.putInts(0x00280011, Vr.US, side);
        data.putText(0x00280030, Vr.DS, "0.7", "0.7");
        data.putInts(0x00280100, Vr.US, 16);
        data.putInts(0x00280101, Vr.US, 12);
        data.putInts(0x00280102, Vr.US, 11);
        data.putInts(0x00280103, Vr.US, 0);
        data.putText(0x00281052, Vr.DS, "-1024");
        data.putText(0x00281053, Vr.DS, "1");
        data.putText(0x00290010, Vr.LO, "ZENO PRIVATE");
        data.putBytes(0x00291001, Vr.UN, "Zyxwvut in private".getBytes(StandardCharsets.US_ASCII));
        DataSet request = new DataSet();
        request.putText(0x00321060, Vr.LO, "for Zyxwvut");
        request.putText(0x00400007, Vr.LO, "SENT-4711-ID");
        data.putItems(0x00400275, List.of(request));
        byte[] pixels = new byte[side * side * 2];
        new Random(number).nextBytes(pixels);
        for (int i = 1; i < pixels.length; i += 2) {
            pixels[i] &= 0x0F;
        }
        data.putBytes(0x7FE00010, Vr.OW, pixels);
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.util.Random;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/** Secondary captures of 12 bits: a slope, noise on it, and edges of full contrast. */
final class TwelveBits {
    private TwelveBits() {}

    static DicomFile image(int columns, int rows, int samples) {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7");
        data.putText(Tag.SOP_INSTANCE_UID, "2.25.12" + samples);
        data.putText(Tag.STUDY_INSTANCE_UID, "2.25.121");
        data.putText(Tag.SERIES_INSTANCE_UID, "2.25.122");
        data.putText(Tag.MODALITY, "OT");
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, samples);
        data.putText(Tag.PHOTOMETRIC_INTERPRETATION, samples == 1 ? "MONOCHROME2" : "RGB");
        if (samples == 3) {
            data.putInts(0x00280006, Vr.US, 0);
        }
        data.putInts(Tag.ROWS, Vr.US, rows);
        data.putInts(Tag.COLUMNS, Vr.US, columns);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, 16);
        data.putInts(0x00280101, Vr.US, 12);
        data.putInts(0x00280102, Vr.US, 11);
        data.putInts(0x00280103, Vr.US, 0);
        byte[] pixels = new byte[columns * rows * samples * 2];
        Random random = new Random(samples);
        for (int i = 0; i < pixels.length / 2; i++) {
            int x = i / samples % columns;
            int value = x % 25 < 3 ? 4095 : x * 4000 / columns + random.nextInt(90);
            pixels[2 * i] = (byte) value;
            pixels[2 * i + 1] = (byte) (value >> 8);
        }
        data.putBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        return DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE);
    }
}

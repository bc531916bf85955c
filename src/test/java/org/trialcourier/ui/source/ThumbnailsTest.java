// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.pixel.Picture;
import org.trialcourier.scan.Catalog;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.ScanListener;
import org.trialcourier.scan.Scanner;
import org.trialcourier.work.DirectRunner;
import org.trialcourier.work.Progress;

/** Pictures are drawn for rows that are seen, once, and from the middle of the series. */
class ThumbnailsTest {
    @TempDir
    Path folder;

    private final List<String> drawn = new ArrayList<>();

    @Test
    void aSeriesIsDrawnWhenItsRowIsSeenAndOnlyOnce() throws Exception {
        Thumbnails thumbnails = new Thumbnails(this::draw, new DirectRunner());
        thumbnails.found(Thumbnails.middles(catalog()));
        assertThat(drawn).isEmpty();
        assertThat(thumbnails.of("2.25.1").get()).isNotNull();
        thumbnails.of("2.25.1");
        assertThat(drawn).containsExactly("2.25.1.2");
    }

    @Test
    void rowsSeenDuringTheScanAreDrawnAfterIt() throws Exception {
        Thumbnails thumbnails = new Thumbnails(this::draw, new DirectRunner());
        thumbnails.of("2.25.2");
        assertThat(drawn).isEmpty();
        thumbnails.found(Thumbnails.middles(catalog()));
        assertThat(drawn).containsExactly("2.25.2.2");
        thumbnails.clear();
        assertThat(thumbnails.of("2.25.2").get()).isNull();
    }

    @Test
    void whatCannotBeDrawnStaysWithoutAPictureAndStopsNothing() throws Exception {
        Thumbnails thumbnails = new Thumbnails(
                instance -> {
                    if (instance.sopInstanceUid().startsWith("2.25.1.")) {
                        throw new IOException("gone");
                    }
                    return draw(instance);
                },
                new DirectRunner());
        thumbnails.found(Thumbnails.middles(catalog()));
        assertThat(thumbnails.of("2.25.1").get()).isNull();
        assertThat(thumbnails.of("2.25.2").get()).isNotNull();
    }

    @Test
    void aPictureIsSmall() throws Exception {
        Thumbnails thumbnails = new Thumbnails(new DirectRunner());
        thumbnails.found(Thumbnails.middles(catalog()));
        Picture picture = thumbnails.of("2.25.1").get();
        assertThat(picture).isNotNull();
        assertThat(picture.width()).isLessThanOrEqualTo(Thumbnails.SIDE);
    }

    private Picture draw(Instance instance) {
        drawn.add(instance.sopInstanceUid());
        return new Picture(1, 1, (x, y) -> 0xFF000000);
    }

    private Catalog catalog() throws Exception {
        for (String series : List.of("2.25.1", "2.25.2")) {
            for (int number = 1; number <= 3; number++) {
                write(series, number);
            }
        }
        return new Scanner().scan(List.of(folder), new Progress(), ScanListener.none());
    }

    private void write(String series, int number) throws IOException {
        DataSet data = new DataSet();
        data.putText(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2");
        data.putText(Tag.SOP_INSTANCE_UID, series + "." + number);
        data.putText(Tag.STUDY_INSTANCE_UID, "2.25.9");
        data.putText(Tag.SERIES_INSTANCE_UID, series);
        data.putText(Tag.MODALITY, "CT");
        data.putText(Tag.INSTANCE_NUMBER, "" + number);
        data.putInts(Tag.SAMPLES_PER_PIXEL, Vr.US, 1);
        data.putText(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        data.putInts(Tag.ROWS, Vr.US, 130);
        data.putInts(Tag.COLUMNS, Vr.US, 130);
        data.putInts(Tag.BITS_ALLOCATED, Vr.US, 8);
        data.putInts(Tag.BITS_STORED, Vr.US, 8);
        data.putBytes(Tag.PIXEL_DATA, Vr.OB, new byte[130 * 130]);
        DicomFile.of(data, TransferSyntax.EXPLICIT_LITTLE).write(folder.resolve(series + "-" + number + ".dcm"));
    }
}

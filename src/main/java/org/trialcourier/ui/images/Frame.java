// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.images;

import java.io.IOException;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.NotDicomException;
import org.trialcourier.dicom.ReadOptions;
import org.trialcourier.dicom.Tag;
import org.trialcourier.pixel.Picture;
import org.trialcourier.pixel.Picture.Adjustment;
import org.trialcourier.scan.Instance;

/**
 * One picture to look at, with the true size of the image that it may be a smaller copy of.
 *
 * @param columns of the image
 * @param rows of the image
 * @param device which made it, with the size of the image
 */
public record Frame(Picture picture, int columns, int rows, PixelPlan.OfDevice device) {
    /** Longest side of a picture on the screen. */
    private static final int LONGEST = 1536;

    /** Which frame of which file. */
    public record Spot(Instance instance, int frame) {}

    /** Draws frames; blocks. */
    @FunctionalInterface
    public interface Draw {
        /** Draws one. */
        Frame draw(Spot spot, Adjustment adjustment) throws IOException, NotDicomException;
    }

    /** The same with a small picture. */
    Frame smaller(int longestSide) {
        return new Frame(picture.smaller(longestSide), columns, rows, device);
    }

    /** Draws a frame from its file. */
    public static Frame draw(Spot spot, Adjustment adjustment) throws IOException, NotDicomException {
        DicomFile file = DicomFile.read(spot.instance().source().open(), ReadOptions.WHOLE);
        Picture picture = Picture.of(file, spot.frame(), LONGEST, adjustment);
        int columns = file.data().integer(Tag.COLUMNS).orElse(picture.width());
        int rows = file.data().integer(Tag.ROWS).orElse(picture.height());
        PixelPlan.OfDevice device = new PixelPlan.OfDevice(
                file.data().text(Tag.MANUFACTURER), file.data().text(Tag.MANUFACTURER_MODEL_NAME), columns, rows);
        return new Frame(picture, columns, rows, device);
    }
}

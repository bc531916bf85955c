// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.io.IOException;
import java.util.List;
import org.trialcourier.deid.Action;
import org.trialcourier.deid.PixelPlan;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;
import org.trialcourier.pixel.Box;
import org.trialcourier.pixel.HiddenPlanes;
import org.trialcourier.pixel.Masking;
import org.trialcourier.pixel.UndecodableException;
import org.trialcourier.problem.Phrase;

/** Burns the masks into the pixels, and says in the object that nothing is written there any more (PS3.15 E.3.1). */
public final class PixelCleaning {
    private static final int BURNED_IN_ANNOTATION = 0x00280301;
    private static final String RULE = "PS3.15 E.3.1: Clean Pixel Data Option";

    private static final String HIDDEN = "PS3.15 E.1-1: overlay in the bits of the pixels: X";

    private final PixelPlan plan;

    /** Cleaning as a person planned it. */
    public PixelCleaning(PixelPlan plan) {
        this.plan = plan;
    }

    /** Whether a person has seen to the pixels of an image: masked what is written, or found nothing. */
    boolean isDone(DataSet original) {
        return plan.isReviewed(original) || !plan.boxes(original).isEmpty();
    }

    /**
     * Cleans the pixels of a new data set.
     *
     * @return the transfer syntax to write it in
     * @throws RefusedException where the pixels cannot be read
     */
    public TransferSyntax apply(DicomFile original, DataSet target, ChangeLog log) {
        List<Box> boxes = plan.boxes(original.data());
        TransferSyntax syntax = original.transferSyntax();
        if (HiddenPlanes.isIn(original.data()) && target.contains(Tag.PIXEL_DATA)) {
            try {
                HiddenPlanes.clear(original, target);
            } catch (IOException undecodable) {
                throw new RefusedException(Phrase.of("held.not-cleaned", why(undecodable)));
            }
            Element before = original.data().get(Tag.PIXEL_DATA);
            log.add(null, original.data(), before, Action.CLEANED, HIDDEN, target, target.get(Tag.PIXEL_DATA));
        }
        if (!boxes.isEmpty() && target.contains(Tag.PIXEL_DATA)) {
            try {
                syntax = Masking.mask(original, target, boxes);
            } catch (IOException undecodable) {
                throw new RefusedException(Phrase.of("held.not-masked", why(undecodable)));
            }
            Element before = original.data().get(Tag.PIXEL_DATA);
            log.add(null, original.data(), before, Action.CLEANED, RULE, target, target.get(Tag.PIXEL_DATA));
        }
        if (isDone(original.data()) && target.contains(Tag.PIXEL_DATA)) {
            Element before = original.data().get(BURNED_IN_ANNOTATION);
            target.putText(BURNED_IN_ANNOTATION, Vr.CS, "NO");
            Action action = before == null ? Action.ADDED : Action.REPLACED;
            log.add(null, original.data(), before, action, RULE, target, target.get(BURNED_IN_ANNOTATION));
        }
        return syntax;
    }

    /** The message of another trouble may name the file. */
    private static Phrase why(IOException trouble) {
        return trouble instanceof UndecodableException undecodable ? undecodable.reason() : Phrase.of("left-out.lost");
    }
}

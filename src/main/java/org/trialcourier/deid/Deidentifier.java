// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.io.UncheckedIOException;
import java.util.List;
import org.trialcourier.deid.engine.Admission;
import org.trialcourier.deid.engine.ChangeLog;
import org.trialcourier.deid.engine.PixelCleaning;
import org.trialcourier.deid.engine.RefusedException;
import org.trialcourier.deid.engine.Rewriter;
import org.trialcourier.deid.sweep.NeedleSet;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.problem.Phrase;

/**
 * De-identifies instances as PS3.15 Annex E and the trial ask. One serves a whole submission and several threads.
 */
public final class Deidentifier {
    private final DeidRequest request;
    private final Rewriter rewriter;
    private final Admission admission;
    private final PixelCleaning pixels;

    /**
     * A de-identifier.
     *
     * @throws IllegalArgumentException where two rules of the trial contradict each other
     */
    public Deidentifier(DeidRequest request) {
        this.request = request;
        this.rewriter = new Rewriter(request);
        this.admission = new Admission(request);
        this.pixels = new PixelCleaning(request.pixels());
    }

    /**
     * Makes a new file from an original, which is not changed. Never throws for what a file holds: anything that goes
     * wrong is a refusal.
     */
    public Outcome apply(DicomFile original, PatientValues values) {
        return apply(original, values, true);
    }

    /** As {@link #apply(DicomFile, PatientValues)}, but without the list of changes where they are not wanted. */
    public Outcome apply(DicomFile original, PatientValues values, boolean listChanges) {
        try {
            admission.check(original);
            NeedleSet needles = values.ready(request);
            ChangeLog log = new ChangeLog(listChanges);
            DataSet made = rewriter.rewrite(original.data(), needles, log);
            TransferSyntax syntax = pixels.apply(original, made, log);
            return new Outcome.Clean(DicomFile.of(made, syntax), List.copyOf(log.changes()));
        } catch (RefusedException refused) {
            return new Outcome.Refused(refused.reason());
        } catch (UncheckedIOException gone) {
            return new Outcome.Refused(Phrase.of("left-out.lost"));
        } catch (RuntimeException | StackOverflowError fault) {
            // The message may quote a value, so only the kind of fault is told.
            return new Outcome.Refused(Phrase.of("held.fault", fault.getClass().getSimpleName()));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid.engine;

import java.util.Set;
import org.trialcourier.deid.DeidRequest;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.SopClass;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.problem.Phrase;

/** Turns away what this program does not send: objects without identity, directories, documents and recorded voices. */
public final class Admission {
    private static final int ENCAPSULATED_DOCUMENT = 0x00420011;
    private static final int WAVEFORM_DATA = 0x54001010;
    private static final Set<String> VOICES = Set.of("1.2.840.10008.5.1.4.1.1.9.4.1", "1.2.840.10008.5.1.4.1.1.9.4.2");
    private static final String DOCUMENTS = "1.2.840.10008.5.1.4.1.1.104.";

    private final DeidRequest request;

    /** What a request admits. */
    public Admission(DeidRequest request) {
        this.request = request;
    }

    /**
     * Passes an original on.
     *
     * @throws RefusedException with the reason why not
     */
    public void check(DicomFile original) {
        String sopClass = original.data().text(Tag.SOP_CLASS_UID);
        if (sopClass.isEmpty() || original.data().text(Tag.SOP_INSTANCE_UID).isEmpty()) {
            throw new RefusedException(Phrase.of("held.no-kind"));
        }
        if (sopClass.equals(SopClass.MEDIA_STORAGE_DIRECTORY)) {
            throw new RefusedException(Phrase.of("held.directory"));
        }
        Element pixels = original.data().get(Tag.PIXEL_DATA);
        if (pixels != null
                && !pixels.isEmpty()
                && original.transferSyntax().encapsulated() != (pixels.value() instanceof Value.Fragments)) {
            throw new RefusedException(Phrase.of("pixels.encoding"));
        }
        if (pixels != null
                && !pixels.isEmpty()
                && !(pixels.value() instanceof Value.Fragments)
                && PixelTrim.neededBytes(original.data(), Tag.PIXEL_DATA) == 0) {
            throw new RefusedException(Phrase.of("held.no-size"));
        }
        if (sopClass.startsWith(DOCUMENTS) && !ruled(ENCAPSULATED_DOCUMENT)) {
            throw new RefusedException(Phrase.of("held.document"));
        }
        if (VOICES.contains(sopClass) && !ruled(WAVEFORM_DATA)) {
            throw new RefusedException(Phrase.of("held.voice"));
        }
    }

    private boolean ruled(int tag) {
        return request.rules().stream().anyMatch(rule -> rule.tag() == tag && rule.code() != 'R');
    }
}

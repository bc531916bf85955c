// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.scan.Source;
import org.trialcourier.wire.SubmissionManifest;
import org.trialcourier.wire.WireJson;

/**
 * All that is needed to prepare a submission again after a kill: the same plan and the same sources give the same bytes.
 * It names source files, so it is kept as cipher text only (see {@link SourceBox}).
 *
 * @param trialFile the trial file as it was when the coordinator pressed Send
 * @param subject the subject's id
 * @param visit the visit's id
 * @param sources where the images are
 * @param findings with their reasons, in their safe wording
 * @param form answers by question
 * @param signature who sent it
 * @param day the day it was sent, ISO 8601: Bagging-Date of the package
 * @param to destination given by hand, or null
 * @param pixels what was decided about pixels
 */
record Plan(
        String trialFile,
        String subject,
        String visit,
        List<SourceLine> sources,
        List<SubmissionManifest.FindingLine> findings,
        Map<String, String> form,
        SubmissionManifest.@Nullable SignatureLine signature,
        String day,
        @Nullable String to,
        List<PixelLine> pixels) {

    /**
     * A source file, or an entry of an archive.
     *
     * @param reference what {@link Source#of} turns into the source again
     */
    record SourceLine(String reference) {
        static SourceLine of(Source source) {
            return new SourceLine(source.reference());
        }

        Source source() {
            return Source.of(reference);
        }
    }

    byte[] toBytes() {
        return WireJson.write(this);
    }

    static Plan of(byte[] bytes) {
        return WireJson.read(bytes, Plan.class);
    }
}

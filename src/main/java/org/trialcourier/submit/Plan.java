// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.submit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.check.Finding;
import org.trialcourier.scan.Instance;
import org.trialcourier.scan.Source;
import org.trialcourier.text.Words;
import org.trialcourier.trial.FormAnswers;
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

    /** What a draft says, with the findings in spite of which it is sent. */
    static Plan of(Draft draft, List<Finding> findings, OffsetDateTime now) {
        List<SubmissionManifest.FindingLine> lines = findings.stream()
                .map(finding -> new SubmissionManifest.FindingLine(
                        finding.code(),
                        finding.severity().name(),
                        Words.english().say(finding.safeMessage()),
                        draft.reasons().get(finding.code())))
                .toList();
        Draft.Signature signature = draft.signature();
        return new Plan(
                draft.trial().json(),
                draft.subject().id(),
                draft.visit().id(),
                draft.instances().stream()
                        .map(Instance::source)
                        .map(SourceLine::of)
                        .toList(),
                lines,
                FormAnswers.given(draft.trial().form(), draft.form()),
                signature == null
                        ? null
                        : new SubmissionManifest.SignatureLine(
                                signature.name(), signature.role(), signature.statement(), now.toString(), null),
                now.toLocalDate().toString(),
                draft.to() == null ? null : draft.to().toString(),
                PixelLine.of(draft.pixels()));
    }

    byte[] toBytes() {
        return WireJson.write(this);
    }

    static Plan of(byte[] bytes) {
        return WireJson.read(bytes, Plan.class);
    }
}

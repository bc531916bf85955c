// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code data/submission.json} of a bag: what was sent, for which visit, and on whose word. It holds new UIDs and the
 * subject's id only.
 *
 * @param schema {@value #SCHEMA}
 * @param submission the submission's id
 * @param trial the trial's id
 * @param site the site's id
 * @param subject the subject's id
 * @param visit the visit's id
 * @param counts of what the payload holds, this file not counted
 * @param studies with their series, by new UIDs
 * @param findings of the checks, with the coordinator's reasons
 * @param form the trial's questions (by id) and their answers
 * @param signature who sent it; null where the trial asks for none
 * @param deidentification how it was de-identified
 * @param software name and version of the program
 */
public record SubmissionManifest(
        int schema,
        UUID submission,
        String trial,
        String site,
        String subject,
        String visit,
        Counts counts,
        List<StudyLine> studies,
        List<FindingLine> findings,
        Map<String, String> form,
        @Nullable SignatureLine signature,
        DeidentificationLine deidentification,
        String software) {
    /** The same with another signature. */
    public SubmissionManifest signedBy(@Nullable SignatureLine signer) {
        return new SubmissionManifest(
                schema,
                submission,
                trial,
                site,
                subject,
                visit,
                counts,
                studies,
                findings,
                form,
                signer,
                deidentification,
                software);
    }

    /** The only schema so far. */
    public static final int SCHEMA = 1;

    /** Keeps its own copies of the lists. */
    public SubmissionManifest {
        studies = List.copyOf(studies);
        findings = List.copyOf(findings);
        form = Map.copyOf(form);
    }

    /** How much the payload holds; bytes are those of the DICOM files. */
    public record Counts(int studies, int series, long instances, long bytes) {}

    /** A study by its new UID. */
    public record StudyLine(String uid, List<SeriesLine> series) {
        /** Keeps its own copy of the series. */
        public StudyLine {
            series = List.copyOf(series);
        }
    }

    /** A series by its new UID. */
    public record SeriesLine(String uid, String modality, long instances) {}

    /** A finding; {@code message} is its safe wording; {@code reason} is null where none was needed. */
    public record FindingLine(
            String code,
            String severity,
            String message,
            @Nullable String reason) {}

    /**
     * The coordinator's signature.
     *
     * @param signedAt ISO 8601 with offset
     * @param signedSha256 what it stands for, see {@link SignedContent}; null before the images are sealed
     */
    public record SignatureLine(
            String name,
            String role,
            String statement,
            String signedAt,
            @Nullable String signedSha256) {
        /** The same, bound to what was sealed. */
        public SignatureLine over(String sha256) {
            return new SignatureLine(name, role, statement, signedAt, sha256);
        }
    }

    /** The edition of the PS3.15 table and the options that were applied, by their names in a trial file. */
    public record DeidentificationLine(String edition, List<String> options) {
        /** Keeps its own copy of the options. */
        public DeidentificationLine {
            options = List.copyOf(options);
        }
    }
}

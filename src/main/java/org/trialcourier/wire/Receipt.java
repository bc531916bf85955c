// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.util.UUID;

/**
 * What a receiver found after it unpacked and verified a submission. Every number and hash is the receiver's own, never
 * copied from the announcement.
 *
 * @param submission the submission's id
 * @param trial the trial's id
 * @param site the site's id
 * @param subject the subject's id
 * @param visit the visit's id
 * @param instances DICOM files found in the payload
 * @param payloadFiles files found in the payload
 * @param payloadBytes bytes found in the payload
 * @param manifestSha256 SHA-256 of the manifest as stored by the receiver
 * @param parts parts that were unpacked
 * @param receivedAt ISO 8601 date and time with offset, by the receiver's clock
 * @param receiver name and version of the receiving program
 */
public record Receipt(
        UUID submission,
        String trial,
        String site,
        String subject,
        String visit,
        long instances,
        long payloadFiles,
        long payloadBytes,
        String manifestSha256,
        int parts,
        String receivedAt,
        String receiver) {
    /** Whether this receipt is for exactly what was announced: ids, counts and manifest hash. */
    public boolean agreesWith(Announcement announced) {
        return submission.equals(announced.submission())
                && trial.equals(announced.trial())
                && site.equals(announced.site())
                && subject.equals(announced.subject())
                && visit.equals(announced.visit())
                && instances == announced.instances()
                && payloadFiles == announced.payloadFiles()
                && payloadBytes == announced.payloadBytes()
                && manifestSha256.equals(announced.manifestSha256())
                && parts == announced.parts().size();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.util.List;
import java.util.UUID;

/**
 * What a workstation says about a submission before it sends it ({@code PUT submissions/{uuid}}). The receiver keeps the
 * first announcement of a submission and refuses a different one with 409.
 *
 * @param submission the id, also the bag's External-Identifier
 * @param trial the trial's id
 * @param site the site's id
 * @param subject the subject's id within the trial, never the patient's
 * @param visit the visit's id
 * @param instances DICOM files in the payload
 * @param payloadFiles files in the payload (RFC 8493 Payload-Oxum, second number)
 * @param payloadBytes bytes in the payload (RFC 8493 Payload-Oxum, first number)
 * @param manifestSha256 SHA-256 of {@code manifest-sha256.txt}, 64 lower-case hexadecimal digits
 * @param parts the parts in order, numbered from 1
 * @param software name and version of the sending program
 */
public record Announcement(
        UUID submission,
        String trial,
        String site,
        String subject,
        String visit,
        long instances,
        long payloadFiles,
        long payloadBytes,
        String manifestSha256,
        List<PartInfo> parts,
        String software) {
    /** Keeps its own copy of the parts. */
    public Announcement {
        parts = List.copyOf(parts);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator sends.
 *
 * @param id a new id
 * @param trial the trial's id
 * @param site the site's id
 * @param subject the subject's id within the trial, never the patient's
 * @param visit the visit's id
 * @param instances DICOM files
 * @param bytes their size
 * @param deadline when the visit's window closes; null where it does not
 */
public record NewSubmission(
        UUID id,
        String trial,
        String site,
        String subject,
        String visit,
        long instances,
        long bytes,
        @Nullable Instant deadline) {}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.trial;

/**
 * What this workstation itself is doing for a visit, told of one submission.
 *
 * @param kind DRAFT, QUEUED, SENDING, HELD, RECEIVED, QUERY or REJECTED
 * @param percent sent so far, 0 to 100
 * @param note as in {@link VisitState}
 */
public record LocalSubmission(String subject, String visit, VisitState.Kind kind, int percent, String note) {}

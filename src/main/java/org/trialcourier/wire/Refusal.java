// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

/**
 * The body of an error answer of the Submission API.
 *
 * @param status the HTTP status
 * @param message one plain sentence, without any data of a patient
 */
public record Refusal(int status, String message) {}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

/** The keyed marks of a submission, not to be changed, and where it stands. */
public record Marked(byte[] marks, State state) {}

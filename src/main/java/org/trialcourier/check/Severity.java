// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

/** How much a finding weighs. */
public enum Severity {
    /** The submission cannot be sent like this. */
    BLOCK,
    /** It may be sent with a typed reason, which is kept in the manifest and the audit trail. */
    REASON,
    /** Worth knowing. */
    NOTE
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue.run;

import java.time.ZoneOffset;

/**
 * What a person allows the queue; asked again and again, so that a change counts at once.
 *
 * @param quiet when nothing is sent
 * @param spoolLimit bytes of parts that may wait for sending; 0 for as many as the disk holds
 */
public record LineRules(QuietHours quiet, long spoolLimit) {
    /** Everything is allowed. */
    public static final LineRules NONE = new LineRules(QuietHours.none(ZoneOffset.UTC), 0);
}

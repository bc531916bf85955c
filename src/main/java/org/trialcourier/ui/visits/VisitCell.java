// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.trialcourier.ui.shared.Tone;

/**
 * One subject at one visit.
 *
 * @param word what it says, for instance "closes in 3 d"
 * @param detail the whole, for the tooltip and the screen reader
 * @param startable whether a click begins a submission for it, or opens the query
 * @param query what is asked about it, or null
 */
public record VisitCell(
        String subject,
        String visit,
        Tone tone,
        Feather icon,
        String word,
        String detail,
        boolean startable,
        @Nullable Query query) {}

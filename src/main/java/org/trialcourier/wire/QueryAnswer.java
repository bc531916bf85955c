// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a site answers to a query: {@code POST submissions/{uuid}/answers}.
 *
 * @param text in the coordinator's words; without it a query is not closed
 * @param who answered
 * @param at ISO 8601 with offset
 * @param correction the submission that sends what was asked for; null where words are enough
 */
public record QueryAnswer(
        String text, String who, String at, @Nullable UUID correction) {}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.ui.visits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver asks about a visit.
 *
 * @param submission which one it asks about; null where another computer of the site sent it
 * @param title subject and visit in words
 */
public record Query(@Nullable UUID submission, String subject, String visit, String title, String question) {}

// SPDX-License-Identifier: Apache-2.0
/** First step: what is on the disc, and what of it belongs to the visit. */
@NullMarked
package org.trialcourier.ui.source;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The board of subjects by visits: what is due, what is on its way, what has arrived. */
@NullMarked
package org.trialcourier.ui.visits;

import org.jspecify.annotations.NullMarked;

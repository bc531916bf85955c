// SPDX-License-Identifier: Apache-2.0
/** Third step: is all there, and what exactly leaves this computer. */
@NullMarked
package org.trialcourier.ui.review;

import org.jspecify.annotations.NullMarked;

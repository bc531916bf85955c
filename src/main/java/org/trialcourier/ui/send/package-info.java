// SPDX-License-Identifier: Apache-2.0
/** Fourth step: the trial's questions, the signature, and off it goes. */
@NullMarked
package org.trialcourier.ui.send;

import org.jspecify.annotations.NullMarked;

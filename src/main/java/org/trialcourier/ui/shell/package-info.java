// SPDX-License-Identifier: Apache-2.0
/** The frame of the window: rail, top bar, the screen in between, and the moves from one to another. */
@NullMarked
package org.trialcourier.ui.shell;

import org.jspecify.annotations.NullMarked;

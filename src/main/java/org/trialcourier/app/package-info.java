// SPDX-License-Identifier: Apache-2.0
/** Builds the program by hand: folders, keys, life-cycle, single instance. */
@NullMarked
package org.trialcourier.app;

import org.jspecify.annotations.NullMarked;

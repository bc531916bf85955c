// SPDX-License-Identifier: Apache-2.0
/** The start of the program: chooses between the window and the command line. */
@NullMarked
package org.trialcourier;

import org.jspecify.annotations.NullMarked;

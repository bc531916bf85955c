// SPDX-License-Identifier: Apache-2.0
/** The images themselves: looking through them, and covering what is written in them. */
@NullMarked
package org.trialcourier.ui.images;

import org.jspecify.annotations.NullMarked;

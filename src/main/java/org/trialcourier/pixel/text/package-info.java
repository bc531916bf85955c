// SPDX-License-Identifier: Apache-2.0
/** Finds and reads text that is burned into pictures, on this computer and without a network. */
@NullMarked
package org.trialcourier.pixel.text;

import org.jspecify.annotations.NullMarked;

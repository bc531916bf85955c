// SPDX-License-Identifier: Apache-2.0
/** Pixel data: frames for preview and masking, and finding text that is burned into images. */
@NullMarked
package org.trialcourier.pixel;

import org.jspecify.annotations.NullMarked;

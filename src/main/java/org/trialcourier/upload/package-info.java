// SPDX-License-Identifier: Apache-2.0
/** Sending sealed parts: one contract, and its tus, folder and STOW-RS forms. */
@NullMarked
package org.trialcourier.upload;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Making the new data set: walking through the old one, replacing values, and marking what was done. */
@NullMarked
package org.trialcourier.deid.engine;

import org.jspecify.annotations.NullMarked;

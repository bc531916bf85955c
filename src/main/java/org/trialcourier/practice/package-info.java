// SPDX-License-Identifier: Apache-2.0
/** A fictional trial and a synthetic disc, made in code, to practise with. */
@NullMarked
package org.trialcourier.practice;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** A new submission: one page, four steps that can be revisited. */
@NullMarked
package org.trialcourier.ui.submission;

import org.jspecify.annotations.NullMarked;

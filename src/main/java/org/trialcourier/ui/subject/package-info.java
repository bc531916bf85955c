// SPDX-License-Identifier: Apache-2.0
/** Second step: whose images these are in the trial, and for which visit. */
@NullMarked
package org.trialcourier.ui.subject;

import org.jspecify.annotations.NullMarked;

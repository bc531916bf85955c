// SPDX-License-Identifier: Apache-2.0
/** Choices: look, trials, where data is kept. */
@NullMarked
package org.trialcourier.ui.settings;

import org.jspecify.annotations.NullMarked;

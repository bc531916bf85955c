// SPDX-License-Identifier: Apache-2.0
/** What all screens share: theme, small controls, and the one bridge between work and the UI thread. */
@NullMarked
package org.trialcourier.ui.shared;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The first start: practise, or join a trial. */
@NullMarked
package org.trialcourier.ui.welcome;

import org.jspecify.annotations.NullMarked;

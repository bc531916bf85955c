// SPDX-License-Identifier: Apache-2.0
/** What was received, with its receipts. */
@NullMarked
package org.trialcourier.ui.history;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The queue as a coordinator sees it: what is sent, what waits, and what can be done about it. */
@NullMarked
package org.trialcourier.ui.queue;

import org.jspecify.annotations.NullMarked;

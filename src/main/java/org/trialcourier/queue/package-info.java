// SPDX-License-Identifier: Apache-2.0
/** The durable queue: submissions, their states, and the worker that moves them on. */
@NullMarked
package org.trialcourier.queue;

import org.jspecify.annotations.NullMarked;

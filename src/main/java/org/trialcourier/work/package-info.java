// SPDX-License-Identifier: Apache-2.0
/** Long work: progress counters, job runners, back-off, rates and digests. */
@NullMarked
package org.trialcourier.work;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Works through the queue: has submissions prepared, sends them, asks for verdicts, tidies up; waits and quiet hours. */
@NullMarked
package org.trialcourier.queue.run;

import org.jspecify.annotations.NullMarked;

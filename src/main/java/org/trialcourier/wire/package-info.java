// SPDX-License-Identifier: Apache-2.0
/** What crosses the wire: messages of the Submission API and the layout of the bag. */
@NullMarked
package org.trialcourier.wire;

import org.jspecify.annotations.NullMarked;

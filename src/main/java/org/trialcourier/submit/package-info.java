// SPDX-License-Identifier: Apache-2.0
/** The coordinator's task from the chosen images to the sealed, queued submission. */
@NullMarked
package org.trialcourier.submit;

import org.jspecify.annotations.NullMarked;

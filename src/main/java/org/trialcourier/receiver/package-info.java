// SPDX-License-Identifier: Apache-2.0
/** The embedded receiver of practice mode and tests: takes, verifies and signs for submissions. */
@NullMarked
package org.trialcourier.receiver;

import org.jspecify.annotations.NullMarked;

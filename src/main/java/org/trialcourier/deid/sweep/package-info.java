// SPDX-License-Identifier: Apache-2.0
/** Finding what is left of a patient: which values to look for, and how to look for them in text and in bytes. */
@NullMarked
package org.trialcourier.deid.sweep;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** De-identification: rules, engine, preview of what changes, and the sweep for what is left. */
@NullMarked
package org.trialcourier.deid;

import org.jspecify.annotations.NullMarked;

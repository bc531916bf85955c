// SPDX-License-Identifier: Apache-2.0
/** The append-only, hash-chained audit trail. */
@NullMarked
package org.trialcourier.audit;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** What the standard and the trial say about each attribute: the tables, and the decision made from them. */
@NullMarked
package org.trialcourier.deid.rules;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The closed set of things that can go wrong, as values: what each needs for its sentence, and who can act. */
@NullMarked
package org.trialcourier.problem;

import org.jspecify.annotations.NullMarked;

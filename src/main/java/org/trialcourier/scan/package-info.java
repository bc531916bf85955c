// SPDX-License-Identifier: Apache-2.0
/** From folders, archives and discs to a catalog of studies, with every file accounted for. */
@NullMarked
package org.trialcourier.scan;

import org.jspecify.annotations.NullMarked;

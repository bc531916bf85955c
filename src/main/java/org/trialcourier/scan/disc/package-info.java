// SPDX-License-Identifier: Apache-2.0
/** Images of discs, ISO 9660 and UDF: which files are in them, and their bytes. */
@NullMarked
package org.trialcourier.scan.disc;

import org.jspecify.annotations.NullMarked;

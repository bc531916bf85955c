// SPDX-License-Identifier: Apache-2.0
/** A sealed submission on disk: one BagIt bag, cut into ZIP64 parts. */
@NullMarked
package org.trialcourier.bag;

import org.jspecify.annotations.NullMarked;

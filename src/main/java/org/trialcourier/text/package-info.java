// SPDX-License-Identifier: Apache-2.0
/** Words for people: message bundles, and a sentence for every problem. */
@NullMarked
package org.trialcourier.text;

import org.jspecify.annotations.NullMarked;

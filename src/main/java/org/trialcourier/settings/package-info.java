// SPDX-License-Identifier: Apache-2.0
/** What this computer remembers: its folders, its settings, its keys and tokens. */
@NullMarked
package org.trialcourier.settings;

import org.jspecify.annotations.NullMarked;

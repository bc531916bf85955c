// SPDX-License-Identifier: Apache-2.0
/** Findings: what a person should know about the images before they are sent. */
@NullMarked
package org.trialcourier.check;

import org.jspecify.annotations.NullMarked;

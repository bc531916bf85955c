// SPDX-License-Identifier: Apache-2.0
/** The trial as the site sees it: subjects, visits, windows and what imaging each visit requires. */
@NullMarked
package org.trialcourier.trial;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** DICOM as it comes: Part 10 files, data sets, dictionary, character sets, UIDs, and values that identify a person. */
@NullMarked
package org.trialcourier.dicom;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import org.trialcourier.dicom.Phi;
import org.trialcourier.pixel.Box;

/**
 * Text found in a picture.
 *
 * @param confidence that it is text, 0 to 1
 * @param text as it was read, often with mistakes; empty where it could not be read
 */
public record WrittenText(Box box, double confidence, Phi<String> text) {}

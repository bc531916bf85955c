// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.nio.file.Path;
import org.trialcourier.wire.PartInfo;

/**
 * A part that will not change any more.
 *
 * @param info its number, size and hash
 * @param file where it lies
 */
public record SealedPart(PartInfo info, Path file) {}

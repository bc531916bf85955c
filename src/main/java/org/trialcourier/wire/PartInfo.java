// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

/**
 * One ZIP64 part of a bag.
 *
 * @param number from 1
 * @param fileName {@link BagLayout#partName}
 * @param size of the file, in bytes
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 */
public record PartInfo(int number, String fileName, long size, String sha256) {}

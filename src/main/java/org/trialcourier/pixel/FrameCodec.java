// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

/** Decodes one compressed frame. */
interface FrameCodec {
    /**
     * The samples of a frame, pixel by pixel (colours never in planes), numbers in little endian order.
     *
     * @param data the compressed frame
     * @param format the layout that the image declares
     */
    byte[] decode(byte[] data, PixelFormat format) throws UndecodableException;
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import org.trialcourier.problem.Phrase;

/** The samples of one component of a JPEG frame, in whole blocks of 8 by 8 (ISO/IEC 10918-1, A.1 and A.2). */
final class DctPlane {
    private final int id;
    private final Sampling sampling;
    private final int quantityTable;
    private final int width;
    private final int height;
    private final int stride;
    private final short[] samples;

    /** How densely a component is sampled, and the densest of its frame. */
    record Sampling(int across, int down, int widest, int highest) {}

    DctPlane(int id, Sampling sampling, int quantityTable, int imageWidth, int imageHeight)
            throws UndecodableException {
        if (sampling.across < 1 || sampling.down < 1 || sampling.across > 4 || sampling.down > 4) {
            throw new UndecodableException(Phrase.of("pixels.damaged"));
        }
        this.id = id;
        this.sampling = sampling;
        this.quantityTable = quantityTable;
        this.width = Math.ceilDiv(imageWidth * sampling.across, sampling.widest);
        this.height = Math.ceilDiv(imageHeight * sampling.down, sampling.highest);
        this.stride = Math.ceilDiv(imageWidth, 8 * sampling.widest) * sampling.across * 8;
        this.samples = new short[stride * Math.ceilDiv(imageHeight, 8 * sampling.highest) * sampling.down * 8];
    }

    int id() {
        return id;
    }

    int quantityTable() {
        return quantityTable;
    }

    /** Blocks of this component side by side in a unit of a scan with several components. */
    int unitWidth() {
        return sampling.across;
    }

    /** Blocks of this component one below the other in such a unit. */
    int unitHeight() {
        return sampling.down;
    }

    /** Blocks that a row of this component has when it is alone in its scan. */
    int blocksAcross() {
        return Math.ceilDiv(width, 8);
    }

    /** Rows of blocks when it is alone in its scan. */
    int blocksDown() {
        return Math.ceilDiv(height, 8);
    }

    /** Units that a row of a scan with several components has. */
    int unitsAcross() {
        return stride / 8 / sampling.across;
    }

    /** Rows of units in a scan with several components. */
    int unitsDown() {
        return samples.length / stride / 8 / sampling.down;
    }

    /** Stores a decoded block. */
    void set(int blockX, int blockY, short[] block) {
        for (int row = 0; row < 8; row++) {
            System.arraycopy(block, 8 * row, samples, (8 * blockY + row) * stride + 8 * blockX, 8);
        }
    }

    /** The sample of a pixel of the image; pixels share one where the component has fewer. */
    int at(int x, int y) {
        return samples[y * sampling.down / sampling.highest * stride + x * sampling.across / sampling.widest];
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Only a picture that is the same in size and in every pixel counts as one that was looked at. */
class EmptyPicturesTest {
    private static final int COLOUR = 0x102030;

    @Test
    void anEqualPictureIsKnownAndAnyOtherIsNot() {
        EmptyPictures empty = new EmptyPictures();
        empty.add(EmptyPictures.key(picture(6, 4)));
        assertThat(empty.has(EmptyPictures.key(picture(6, 4)))).isTrue();
        assertThat(empty.has(EmptyPictures.key(picture(4, 6)))).isFalse();
        assertThat(empty.has(EmptyPictures.key(picture(6, 5)))).isFalse();
        for (int at = 0; at < 24; at++) {
            Raster other = picture(6, 4);
            other.colours()[at]++;
            assertThat(empty.has(EmptyPictures.key(other))).as("pixel " + at).isFalse();
        }
    }

    private static Raster picture(int width, int height) {
        int[] colours = new int[width * height];
        Arrays.fill(colours, COLOUR);
        return new Raster(width, height, colours);
    }
}

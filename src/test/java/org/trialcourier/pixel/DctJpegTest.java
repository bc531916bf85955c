// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DctJpegTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 21;

    @Test
    void decodesGreyOfTwelveBits() throws Exception {
        int[] plane = noise(WIDTH, HEIGHT, 1);
        assertSimilar(grey(0, plane), plane);
    }

    @Test
    void keepsTheWholeRangeOfValues() throws Exception {
        int[] plane = new int[WIDTH * HEIGHT];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = i / WIDTH / 8 == 0 ? 4095 : i / WIDTH / 8 == 1 ? 0 : 2048;
        }
        byte[] frame = decode(grey(0, plane), 1);
        for (int i = 0; i < plane.length; i++) {
            assertThat(value(frame, i)).isEqualTo(plane[i]);
        }
    }

    @Test
    void decodesOverRestartMarkers() throws Exception {
        int[] plane = noise(WIDTH, HEIGHT, 2);
        assertSimilar(grey(1, plane), plane);
        assertSimilar(grey(4, plane), plane);
    }

    @Test
    void decodesColoursInOneScanOrInThree() throws Exception {
        int[][] planes = {noise(WIDTH, HEIGHT, 3), noise(WIDTH, HEIGHT, 4), noise(WIDTH, HEIGHT, 5)};
        for (boolean together : new boolean[] {true, false}) {
            byte[] frame = decode(new DctEncoder(WIDTH, HEIGHT, 3).encode(planes, together, false), 3);
            for (int i = 0; i < WIDTH * HEIGHT * 3; i++) {
                assertThat(value(frame, i)).isBetween(planes[i % 3][i / 3] - 2, planes[i % 3][i / 3] + 2);
            }
        }
    }

    @Test
    void pixelsShareColoursThatAreSampledHalfAsDensely() throws Exception {
        int half = (WIDTH + 1) / 2;
        int[][] planes = {noise(WIDTH, HEIGHT, 6), noise(half, HEIGHT, 7), noise(half, HEIGHT, 8)};
        for (boolean together : new boolean[] {true, false}) {
            byte[] frame = decode(new DctEncoder(WIDTH, HEIGHT, 0).encode(planes, together, true), 3);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int shared = i / WIDTH * half + i % WIDTH / 2;
                assertThat(value(frame, 3 * i)).isBetween(planes[0][i] - 2, planes[0][i] + 2);
                assertThat(value(frame, 3 * i + 2)).isBetween(planes[2][shared] - 2, planes[2][shared] + 2);
            }
        }
    }

    @Test
    void aFrameCutAnywhereIsRefusedWithAReason() {
        byte[] whole = grey(2, noise(WIDTH, HEIGHT, 9));
        for (int length = 0; length < whole.length - 2; length += 5) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decode(cut, 1))
                    .as("%s bytes", length)
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageMatching("pixels.(cut-short|damaged|not-decoded)");
        }
    }

    @Test
    void damagedFramesGiveAPictureOrAReason() {
        byte[] whole = grey(2, noise(WIDTH, HEIGHT, 10));
        Random random = new Random(11);
        for (int round = 0; round < 1000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(round % 2 == 0 ? whole.length : 500)] = (byte) random.nextInt();
            }
            try {
                assertThat(decode(damaged, 1)).hasSize(WIDTH * HEIGHT * 2);
            } catch (UndecodableException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void anotherSizeOrAnotherKindIsRefused() {
        byte[] whole = grey(0, noise(WIDTH, HEIGHT, 12));
        assertThatThrownBy(() -> new DctJpegCodec().decode(whole, format(WIDTH + 1, HEIGHT, 1)))
                .hasMessage("pixels.other-size");
        byte[] progressive = whole.clone();
        progressive[indexOf(whole, 0xC1, 12)] = (byte) 0xC2;
        assertThatThrownBy(() -> decode(progressive, 1)).hasMessage("pixels.unsupported");
    }

    private static int indexOf(byte[] data, int marker, int precision) {
        for (int at = 0; ; at++) {
            if ((data[at] & 0xFF) == marker && data[at + 3] == precision) {
                return at;
            }
        }
    }

    private static byte[] grey(int restart, int[] plane) {
        return new DctEncoder(WIDTH, HEIGHT, restart).encode(new int[][] {plane}, true, false);
    }

    private static void assertSimilar(byte[] encoded, int[] plane) throws UndecodableException {
        byte[] frame = decode(encoded, 1);
        for (int i = 0; i < plane.length; i++) {
            assertThat(value(frame, i)).isBetween(plane[i] - 2, plane[i] + 2);
        }
    }

    private static byte[] decode(byte[] encoded, int samples) throws UndecodableException {
        return new DctJpegCodec().decode(encoded, format(WIDTH, HEIGHT, samples));
    }

    private static PixelFormat format(int width, int height, int samples) {
        return new PixelFormat(
                width, height, 1, samples, 16, 12, false, samples == 1 ? "MONOCHROME2" : "YBR_FULL", false);
    }

    private static int value(byte[] frame, int index) {
        return (frame[2 * index] & 0xFF) | (frame[2 * index + 1] & 0xFF) << 8;
    }

    private static int[] noise(int width, int height, int seed) {
        Random random = new Random(seed);
        int[] plane = new int[width * height];
        Arrays.setAll(plane, i -> random.nextInt(4096));
        return plane;
    }
}

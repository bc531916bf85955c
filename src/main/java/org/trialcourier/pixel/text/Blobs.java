// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a map of "how likely does this pixel belong to text" into rectangles: what is likely and hangs together is one
 * piece of text. The model marks the core of each line only, so rectangles grow by a part of their size.
 */
final class Blobs {
    private static final float LIKELY = 0.3f;
    private static final double SURE = 0.5;
    private static final int SMALLEST = 3;
    private static final double GROWTH = 1.6;

    private final float[] map;
    private final int width;
    private final int height;
    private final boolean[] seen;

    private Blobs(float[] map, int width, int height) {
        this.map = map;
        this.width = width;
        this.height = height;
        this.seen = new boolean[map.length];
    }

    /** A rectangle of the map and the mean likelihood of what it is drawn around. */
    record Blob(double left, double top, double right, double bottom, double score) {}

    static List<Blob> of(float[] map, int width, int height) {
        Blobs blobs = new Blobs(map, width, height);
        List<Blob> found = new ArrayList<>();
        int[] stack = new int[map.length];
        for (int at = 0; at < map.length; at++) {
            if (map[at] > LIKELY && !blobs.seen[at]) {
                blobs.follow(at, stack, found);
            }
        }
        return found;
    }

    private void follow(int start, int[] stack, List<Blob> found) {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        int count = 0;
        int depth = 0;
        double sum = 0;
        stack[depth++] = start;
        seen[start] = true;
        while (depth > 0) {
            int at = stack[--depth];
            int x = at % width;
            int y = at / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            sum += map[at];
            count++;
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int next = ny * width + nx;
                    if (!seen[next] && map[next] > LIKELY) {
                        seen[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
        }
        int wide = right - left + 1;
        int high = bottom - top + 1;
        double score = sum / count;
        if (score >= SURE && Math.min(wide, high) >= SMALLEST) {
            double grow = wide * (double) high * GROWTH / (2.0 * (wide + high));
            found.add(new Blob(left - grow, top - grow, right + 1 + grow, bottom + 1 + grow, score));
        }
    }
}

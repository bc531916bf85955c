// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one line of text with the PP-OCRv4 recognition model. */
final class Reader {
    private static final float[] HALF = {0.5f, 0.5f, 0.5f};
    private static final int HEIGHT = 48;
    private static final int LONGEST = 1600;
    private static final int SHORTEST = 48;
    private static final double UPRIGHT = 1.5;

    private final Model model;
    private final List<String> letters;

    Reader() throws IOException, OrtException {
        model = Model.load("ch_PP-OCRv4_rec_infer.onnx");
        List<String> all = new ArrayList<>();
        all.add("");
        try (InputStream in = Model.resource("ppocr_keys_v1.txt")) {
            all.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
        all.add(" ");
        letters = List.copyOf(all);
    }

    /** Text and how sure the model is of its letters, 0 to 1. */
    record Read(String text, double confidence) {}

    Read read(Raster line) throws OrtException {
        Raster level = line.height() > line.width() * UPRIGHT ? line.turned() : line;
        int width = Math.clamp(Math.round((double) level.width() * HEIGHT / level.height()), 8, LONGEST);
        int wide = Math.max(SHORTEST, (width + 7) / 8 * 8);
        Model.Output output =
                model.run(Model.planes(level.scaled(width, HEIGHT), wide, HEIGHT, HALF, HALF), wide, HEIGHT);
        return decode(output);
    }

    /** The likeliest letter at each step; the same one twice running is one letter, and the first means none. */
    private Read decode(Model.Output output) {
        StringBuilder text = new StringBuilder();
        int before = 0;
        double sum = 0;
        int count = 0;
        for (int step = 0; step < output.rows(); step++) {
            int best = 0;
            int from = step * output.columns();
            for (int letter = 1; letter < output.columns(); letter++) {
                if (output.values()[from + letter] > output.values()[from + best]) {
                    best = letter;
                }
            }
            if (best != 0 && best != before && best < letters.size()) {
                text.append(letters.get(best));
                sum += output.values()[from + best];
                count++;
            }
            before = best;
        }
        return new Read(text.toString().strip(), count == 0 ? 0 : sum / count);
    }
}

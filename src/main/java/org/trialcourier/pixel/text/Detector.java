// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trialcourier.pixel.Box;

/** Finds the places of text with the PP-OCRv4 detection model. */
final class Detector {
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] SPREAD = {0.229f, 0.224f, 0.225f};
    /** Small pictures are shown to the model larger, or it overlooks letters of ten pixels. */
    private static final int SHORT_SIDE = 736;

    private static final int LONG_SIDE = 1536;
    /** Where nothing shows in a small picture enlarged so far, nothing does in a larger one, which costs far more. */
    private static final double FIRST_SCALE = 2.5;

    private static final int MULTIPLE = 32;

    private final Model model;

    Detector() throws IOException, OrtException {
        model = Model.load("ch_PP-OCRv4_det_infer.onnx");
    }

    /** A place within a picture. */
    record Place(Box box, double score) {}

    List<Place> find(Raster picture) throws OrtException {
        double scale = Math.max(1, (double) SHORT_SIDE / Math.min(picture.width(), picture.height()));
        scale = Math.min(scale, Math.max(1, (double) LONG_SIDE / Math.max(picture.width(), picture.height())));
        if (scale > FIRST_SCALE && find(picture, FIRST_SCALE).isEmpty()) {
            return List.of();
        }
        return find(picture, scale);
    }

    private List<Place> find(Raster picture, double scale) throws OrtException {
        int width = (int) Math.round(picture.width() * scale);
        int height = (int) Math.round(picture.height() * scale);
        int wide = rounded(width);
        int high = rounded(height);
        Model.Output map = model.run(Model.planes(picture.scaled(width, height), wide, high, MEAN, SPREAD), wide, high);
        List<Place> places = new ArrayList<>();
        for (Blobs.Blob blob : Blobs.of(map.values(), map.columns(), map.rows())) {
            int left = (int) Math.max(0, Math.floor(blob.left() / scale));
            int top = (int) Math.max(0, Math.floor(blob.top() / scale));
            int right = (int) Math.min(picture.width(), Math.ceil(blob.right() / scale));
            int bottom = (int) Math.min(picture.height(), Math.ceil(blob.bottom() / scale));
            if (right > left && bottom > top) {
                places.add(new Place(new Box(left, top, right - left, bottom - top), blob.score()));
            }
        }
        return places;
    }

    private static int rounded(int side) {
        return Math.max(MULTIPLE, (side + MULTIPLE - 1) / MULTIPLE * MULTIPLE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;

/** One of the models on the class path, ready to run. Safe for several threads. */
final class Model {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final OrtSession.RunOptions run;
    private final String input;

    private Model(OrtEnvironment environment, OrtSession session) throws OrtException {
        this.environment = environment;
        this.session = session;
        // The arena makes a run quicker, and the memory of a large picture is given back after it.
        this.run = new OrtSession.RunOptions();
        run.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
        this.input = session.getInputNames().iterator().next();
    }

    /** Loads a model; the runtime's own reports to its maker are switched off. */
    static Model load(String name) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        try (InputStream in = resource(name);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
            options.setCPUArenaAllocator(true);
            return new Model(environment, environment.createSession(in.readAllBytes(), options));
        }
    }

    static InputStream resource(String name) throws IOException {
        InputStream in = Model.class.getResourceAsStream("/models/" + name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }

    /** What came out: numbers and the last two sizes of their block. */
    record Output(float[] values, int rows, int columns) {}

    /** Runs on one picture of three colour planes. */
    Output run(float[] planes, int width, int height) throws OrtException {
        long[] shape = {1, 3, height, width};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(planes), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor), run)) {
            OnnxTensor out = (OnnxTensor) result.get(0);
            long[] size = out.getInfo().getShape();
            FloatBuffer numbers = out.getFloatBuffer();
            float[] values = new float[numbers.remaining()];
            numbers.get(values);
            return new Output(values, (int) size[size.length - 2], (int) size[size.length - 1]);
        }
    }

    /** Colours as planes blue, green, red: each (value / 255 - mean) / spread. */
    static float[] planes(Raster raster, int width, int height, float[] mean, float[] spread) {
        float[] planes = new float[3 * width * height];
        for (int channel = 0; channel < 3; channel++) {
            int shift = 8 * channel;
            for (int y = 0; y < raster.height(); y++) {
                for (int x = 0; x < raster.width(); x++) {
                    int value = raster.colours()[y * raster.width() + x] >> shift & 0xFF;
                    planes[(channel * height + y) * width + x] = (value / 255f - mean[channel]) / spread[channel];
                }
            }
        }
        return planes;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trialcourier.connect.MeasuredBody;

/** A batch of images as {@code multipart/related} (PS3.18 8.6.1.2), streamed from the part; its length is known before. */
final class StowBody extends MeasuredBody {
    private static final String BOUNDARY = "trialcourier-image";
    private static final byte[] HEAD = ascii("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n");
    private static final byte[] BETWEEN = ascii("\r\n");
    private static final byte[] END = ascii("--" + BOUNDARY + "--\r\n");
    private static final int BUFFER = 1 << 16;

    private final PartImages part;
    private final List<PartImages.Image> batch;
    private final Throttle throttle;

    StowBody(PartImages part, List<PartImages.Image> batch, Throttle throttle) {
        super("multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY, length(batch));
        this.part = part;
        this.batch = batch;
        this.throttle = throttle;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (PartImages.Image image : batch) {
                out.write(HEAD);
                try (InputStream in = part.open(image)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        throttle.take(read);
                        out.write(buffer, 0, read);
                    }
                }
                out.write(BETWEEN);
            }
            out.write(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("stopped").initCause(e);
        }
    }

    private static long length(List<PartImages.Image> batch) {
        long length = END.length;
        for (PartImages.Image image : batch) {
            length += HEAD.length + image.size() + BETWEEN.length;
        }
        return length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

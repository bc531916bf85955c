// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.trialcourier.work.Sha256;

/**
 * Whether a store gave back the image that it was given. A store may write the File Meta Information anew, so that is
 * left out of the comparison where both have it; the data set must be the same byte for byte.
 */
final class StowReadBack {
    private static final int PREAMBLE = 128;
    private static final int FIRST_ELEMENT = 12;

    private StowReadBack() {}

    /** Compares an image with the first part of a multipart answer. */
    static boolean isSame(InputStream sent, byte[] multipart, String contentType) throws IOException {
        byte[] own = sent.readAllBytes();
        byte[] back = firstPart(multipart, contentType);
        return Sha256.hex(dataSet(own)).equals(Sha256.hex(dataSet(back)));
    }

    private static byte[] firstPart(byte[] body, String contentType) throws IOException {
        if (!contentType.startsWith("multipart/")) {
            return body;
        }
        String boundary = contentType.replaceAll(".*boundary=\"?([^\";]+).*", "$1");
        byte[] headEnd = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] close = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        int from = indexOf(body, headEnd, 0);
        int to = from < 0 ? -1 : lastIndexOf(body, close);
        if (from < 0 || to < from) {
            throw new IOException("the store's answer is not multipart");
        }
        return Arrays.copyOfRange(body, from + headEnd.length, to);
    }

    /** What follows the File Meta Information (PS3.10 7.1), found by its group length (0002,0000). */
    private static byte[] dataSet(byte[] file) throws IOException {
        boolean part10 = file.length > PREAMBLE + 4 + FIRST_ELEMENT
                && new String(file, PREAMBLE, 4, StandardCharsets.US_ASCII).equals("DICM");
        if (!part10) {
            return file;
        }
        try (InputStream in = new ByteArrayInputStream(file)) {
            in.skipNBytes(PREAMBLE + 4 + 8);
            long length = Integer.toUnsignedLong(ByteBuffer.wrap(in.readNBytes(4))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt());
            int start = PREAMBLE + 4 + FIRST_ELEMENT;
            return Arrays.copyOfRange(file, (int) Math.min(file.length, start + length), file.length);
        }
    }

    private static int indexOf(byte[] data, byte[] wanted, int from) {
        for (int i = from; i <= data.length - wanted.length; i++) {
            if (Arrays.equals(data, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] data, byte[] wanted) {
        for (int i = data.length - wanted.length; i >= 0; i--) {
            if (Arrays.equals(data, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}

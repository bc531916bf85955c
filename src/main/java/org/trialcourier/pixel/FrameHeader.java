// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Value;

/**
 * What stands before the first scan of a JPEG or JPEG-LS picture, or before the first tile of a JPEG 2000 one: the
 * segments that decoding needs, and how long all of it was.
 */
final class FrameHeader {
    private static final int BUFFER = 4096;
    private static final int JPEG = 0xD8;
    private static final int JPEG_2000 = 0x4F;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int START_OF_TILE = 0x90;
    private static final int COMMENT = 0xFE;
    private static final int COMMENT_2000 = 0x64;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COLOUR_INFO = 12;
    private static final byte[] EMPTY_COMMENT = {(byte) 0xFF, (byte) COMMENT, 0, 3, 0};
    private static final byte[] EMPTY_COMMENT_2000 = {(byte) 0xFF, COMMENT_2000, 0, 5, 0, 0, 0};

    private final ByteArrayOutputStream needed = new ByteArrayOutputStream();
    private boolean jpeg2000;
    private long length;

    private FrameHeader() {}

    /** The header of a fragment; an empty one where the fragment does not begin a picture, or not one that has comments. */
    static FrameHeader read(Value fragment) throws IOException {
        FrameHeader header = new FrameHeader();
        try (InputStream in = new BufferedInputStream(Element.open(fragment), BUFFER)) {
            int first = in.read();
            int second = in.read();
            if (first == 0xFF && (second == JPEG || second == JPEG_2000)) {
                header.jpeg2000 = second == JPEG_2000;
                header.needed.write(first);
                header.needed.write(second);
                header.length = 2;
                while (header.segment(in)) {
                    // As long as there are segments.
                }
            }
        }
        return header;
    }

    /** Whether something stands in it that decoding does not need. */
    boolean hasComments() {
        return needed.size() < length;
    }

    /** How many bytes it took in the fragment. */
    long length() {
        return length;
    }

    /** What decoding needs, with an empty comment where the fragment would else get an odd length. */
    byte[] evened(long fragmentLength) {
        if ((fragmentLength - length + needed.size()) % 2 != 0) {
            needed.writeBytes(jpeg2000 ? EMPTY_COMMENT_2000 : EMPTY_COMMENT);
        }
        return needed.toByteArray();
    }

    /** Takes one segment; false where there is none, or one that is cut off. */
    private boolean segment(InputStream in) throws IOException {
        if (in.read() != 0xFF) {
            return false;
        }
        int marker = in.read();
        int fill = 0;
        while (marker == 0xFF) {
            fill++;
            marker = in.read();
        }
        if (marker < 0 || marker == END || marker == (jpeg2000 ? START_OF_TILE : START_OF_SCAN)) {
            return false;
        }
        int size = in.read() << 8 | in.read();
        byte[] content = size < 2 ? new byte[0] : in.readNBytes(size - 2);
        if (size < 2 || content.length < size - 2) {
            return false;
        }
        length += fill + 2 + size;
        byte[] kept = jpeg2000 ? kept2000(marker, content) : kept(marker, content);
        if (kept.length > 0 || content.length == 0) {
            needed.write(0xFF);
            needed.write(marker);
            needed.write(kept.length + 2 >> 8);
            needed.write(kept.length + 2);
            needed.writeBytes(kept);
        }
        return true;
    }

    private static byte[] kept2000(int marker, byte[] content) {
        return marker == COMMENT_2000 ? new byte[0] : content;
    }

    /** Of application data only what tells how colours are coded: JFIF without its small picture, Adobe, HP for JPEG-LS. */
    private static byte[] kept(int marker, byte[] content) {
        if (marker == COMMENT) {
            return new byte[0];
        }
        if (marker < FIRST_APPLICATION || marker > LAST_APPLICATION) {
            return content;
        }
        if (marker == FIRST_APPLICATION && starts(content, "JFIF\0")) {
            return content.length <= COLOUR_INFO + 2
                    ? content
                    : Arrays.copyOf(Arrays.copyOf(content, COLOUR_INFO), COLOUR_INFO + 2);
        }
        if (marker == 0xEE && starts(content, "Adobe")) {
            return Arrays.copyOf(content, Math.min(COLOUR_INFO, content.length));
        }
        return marker == 0xE8 && starts(content, "mrfx")
                ? Arrays.copyOf(content, Math.min(5, content.length))
                : new byte[0];
    }

    private static boolean starts(byte[] content, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        return content.length >= wanted.length && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
    }
}

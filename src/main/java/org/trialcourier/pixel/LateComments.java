// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.pixel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Value;

/**
 * Finds what is no picture behind the header of a JPEG, JPEG-LS or JPEG 2000 picture: comments and data of applications
 * between its scans or in its tiles, and whatever stands behind its end. One follows a picture through its fragments
 * (ISO 10918-1 B.1.1, ISO 14495-1 C.1.1, ISO 15444-1 A.1).
 */
final class LateComments {
    private static final int BUFFER = 1 << 16;
    private static final int JPEG = 0xD8;
    private static final int JPEG_2000 = 0x4F;
    private static final int END = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int START_OF_TILE = 0x90;
    private static final int START_OF_DATA = 0x93;
    private static final int PACKET = 0x91;
    private static final int PACKET_HEADER_ENDS = 0x92;

    private enum State {
        NO_PICTURE,
        SEGMENT,
        MARKER,
        SIZE,
        REST_OF_SIZE,
        CONTENT,
        DATA,
        MARKER_IN_DATA,
        ENDED,
        MARKER_BEHIND_END
    }

    /** Bytes of a fragment, from the first to before the last. */
    record Range(long from, long to) {}

    private State state = State.NO_PICTURE;
    private boolean jpeg2000;
    private boolean begun;
    private boolean inData;
    private int marker;
    private int left;
    private List<Range> ranges = new ArrayList<>();
    private boolean told;

    /** Where the next fragment has them; only what is not zero already counts. */
    List<Range> in(Value fragment) throws IOException {
        ranges = new ArrayList<>();
        told = false;
        try (InputStream in = Element.open(fragment)) {
            byte[] buffer = new byte[BUFFER];
            int got = in.readNBytes(buffer, 0, BUFFER);
            if (starts(buffer, got)) {
                start((buffer[1] & 0xFF) == JPEG_2000);
            }
            for (long before = 0; got > 0 && state != State.NO_PICTURE; got = in.readNBytes(buffer, 0, BUFFER)) {
                for (int at = 0; at < got; at++) {
                    step(buffer[at] & 0xFF, before + at);
                }
                before += got;
            }
        }
        return ranges;
    }

    private static boolean starts(byte[] data, int length) {
        return length > 2
                && (data[0] & 0xFF) == 0xFF
                && ((data[1] & 0xFF) == JPEG || (data[1] & 0xFF) == JPEG_2000)
                && (data[2] & 0xFF) == 0xFF;
    }

    private void start(boolean of2000) {
        jpeg2000 = of2000;
        begun = false;
        inData = false;
        state = State.SEGMENT;
    }

    private void step(int one, long at) {
        switch (state) {
            case SEGMENT -> state = one == 0xFF ? State.MARKER : State.DATA;
            case MARKER -> {
                if (one != 0xFF) {
                    begin(one);
                }
            }
            case SIZE -> {
                left = one << 8;
                state = State.REST_OF_SIZE;
            }
            case REST_OF_SIZE -> {
                left = (left | one) - 2;
                told = false;
                state = State.CONTENT;
                endOfSegment();
            }
            case CONTENT -> {
                if (one != 0 && isComment()) {
                    tell(at, at + left);
                }
                left--;
                endOfSegment();
            }
            case DATA -> state = one == 0xFF ? State.MARKER_IN_DATA : State.DATA;
            case MARKER_IN_DATA -> {
                if (one != 0xFF) {
                    inData = true;
                    dataOrMarker(one);
                }
            }
            case ENDED -> {
                if (one == 0xFF && !told) {
                    state = State.MARKER_BEHIND_END;
                } else if (one != 0) {
                    tell(at, Long.MAX_VALUE);
                }
            }
            case MARKER_BEHIND_END -> {
                if (one == JPEG || one == JPEG_2000) {
                    start(one == JPEG_2000);
                } else {
                    tell(Math.max(0, at - 1), Long.MAX_VALUE);
                    state = State.ENDED;
                }
            }
            case NO_PICTURE -> {}
        }
    }

    /** In coded data a byte of ones is no marker where a small number follows (JPEG: or that of a restart). */
    private void dataOrMarker(int one) {
        boolean isMarker = jpeg2000 ? one >= START_OF_TILE : one >= 0x80 && (one & 0xF8) != 0xD0;
        if (isMarker) {
            begin(one);
        } else {
            state = State.DATA;
        }
    }

    private void begin(int one) {
        marker = one;
        if (one == END) {
            told = false;
            state = State.ENDED;
        } else if (jpeg2000 && one == START_OF_DATA) {
            state = State.DATA;
        } else if (standsAlone(one)) {
            state = inData ? State.DATA : State.SEGMENT;
        } else {
            state = State.SIZE;
        }
    }

    private boolean standsAlone(int one) {
        return jpeg2000
                ? one == JPEG_2000 || one == PACKET_HEADER_ENDS || (one >= 0x30 && one <= 0x3F)
                : one == JPEG || one == 1 || (one & 0xF8) == 0xD0;
    }

    private void endOfSegment() {
        if (left <= 0) {
            begun |= marker == (jpeg2000 ? START_OF_TILE : START_OF_SCAN);
            boolean dataFollows = jpeg2000 ? marker == PACKET : marker == START_OF_SCAN;
            inData = dataFollows;
            state = dataFollows ? State.DATA : State.SEGMENT;
        }
    }

    private boolean isComment() {
        return begun && (jpeg2000 ? marker == 0x64 : marker == 0xFE || (marker & 0xF0) == 0xE0);
    }

    private void tell(long from, long to) {
        if (!told) {
            told = true;
            ranges.add(new Range(from, to));
        }
    }
}

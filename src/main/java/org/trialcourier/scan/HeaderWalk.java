// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.SopClass;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;
import org.trialcourier.dicom.Vr;

/**
 * Picks what grouping needs out of a file with one or few small reads, skipping from element to element by their
 * lengths. It knows well-formed little endian images only and checks that their pixel data is all there; for anything
 * else it says so, and the file is read in full. Each worker has its own.
 */
final class HeaderWalk {
    private static final int MOST_LEVELS = 64;
    private static final int LONGEST = 4096;
    private static final long NONE = -1;
    /** Length of the preamble and the mark behind it (PS3.10 section 7.1). */
    private static final int FRONT = 132;

    private static final byte[] MARK = {'D', 'I', 'C', 'M'};
    private static final byte[] DIRECTORY = SopClass.MEDIA_STORAGE_DIRECTORY.getBytes(StandardCharsets.US_ASCII);

    private final int[] wanted = InstanceReader.wanted();
    private final Window window = new Window();
    private final Picked picked = new Picked();
    private final Head head = new Head();
    private final long[] ends = new long[MOST_LEVELS];
    private final boolean[] open = new boolean[MOST_LEVELS];
    private byte[] syntaxUid = {};
    private @Nullable TransferSyntax syntax;
    /** Where the pixel data of the file before began; the next one is probably alike. */
    private int expected = Integer.MAX_VALUE;

    /**
     * Walks through a file.
     *
     * @return what was picked, valid until the next call, or null where the file must be read in full
     */
    @Nullable
    Picked walk(FileChannel file, long size) throws IOException {
        window.open(file, size, expected);
        picked.clear();
        long start = meta();
        TransferSyntax named = syntax;
        if (start == NONE || named == null || named.bigEndian() || named.deflated()) {
            return null;
        }
        return data(start, named.explicitVr()) ? picked : null;
    }

    /** The transfer syntax of the file walked through last. */
    String transferSyntax() {
        TransferSyntax named = syntax;
        return named == null ? "" : named.uid();
    }

    /** Reads the file meta information; gives where the data set begins. */
    private long meta() throws IOException {
        // From the very front, so that one read of the usual length brings all that follows.
        int front = window.find(0, FRONT);
        if (front < 0 || !startsWith(front + FRONT - MARK.length, MARK.length, MARK)) {
            return NONE;
        }
        boolean named = false;
        long position = FRONT;
        while (head.read(window, position, true) && Tag.group(head.tag()) == 2) {
            int length = (int) Math.min(head.length(), LONGEST);
            int at = window.find(head.value(), length);
            if (head.length() > LONGEST || at < 0) {
                return NONE;
            }
            if (head.tag() == Tag.MEDIA_STORAGE_SOP_CLASS_UID && startsWith(at, length, DIRECTORY)) {
                return NONE;
            }
            if (head.tag() == Tag.TRANSFER_SYNTAX_UID) {
                named = true;
                name(at, length);
            }
            position = head.end();
        }
        return named ? position : NONE;
    }

    /** Mostly the transfer syntax is that of the file before. */
    private void name(int at, int length) {
        byte[] bytes = window.bytes();
        if (!Arrays.equals(syntaxUid, 0, syntaxUid.length, bytes, at, at + length)) {
            syntaxUid = Arrays.copyOfRange(bytes, at, at + length);
            String uid = new String(syntaxUid, StandardCharsets.ISO_8859_1);
            syntax = TransferSyntax.of(uid.replaceFirst("[ \\x00]+$", "")).orElse(null);
        }
    }

    private boolean startsWith(int at, int length, byte[] wantedBytes) {
        return length >= wantedBytes.length
                && Arrays.equals(wantedBytes, 0, wantedBytes.length, window.bytes(), at, at + wantedBytes.length);
    }

    private boolean data(long start, boolean explicit) throws IOException {
        long position = start;
        int last = 0;
        int next = 0;
        while (true) {
            if (explicit) {
                position = head.pass(window, position, last, next < wanted.length ? wanted[next] : Tag.PIXEL_DATA);
                last = head.last();
            }
            if (!head.read(window, position, explicit)) {
                return false;
            }
            int tag = head.tag();
            if (Integer.compareUnsigned(tag, last) <= 0) {
                return false;
            }
            last = tag;
            if (Integer.compareUnsigned(tag, Tag.PIXEL_DATA) >= 0) {
                expected = (int) Math.min(head.value(), Integer.MAX_VALUE);
                return tag == Tag.PIXEL_DATA && isWhole();
            }
            if (tag == Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE || !head.isOpen() && head.end() > window.size()) {
                return false;
            }
            if (head.vr() == Vr.SQ) {
                position = afterItems(explicit);
                if (position == NONE) {
                    return false;
                }
                continue;
            }
            if (head.isOpen()) {
                return false;
            }
            while (next < wanted.length && wanted[next] < tag) {
                next++;
            }
            if (next < wanted.length && wanted[next] == tag) {
                next++;
                if (head.length() > 0 && !pick()) {
                    return false;
                }
            }
            position = head.end();
        }
    }

    private boolean pick() throws IOException {
        if (head.length() > LONGEST) {
            return false;
        }
        int length = (int) head.length();
        int at = window.find(head.value(), length);
        if (at < 0) {
            return false;
        }
        picked.add(head.tag(), head.vr(), window.bytes(), at, length);
        return true;
    }

    /** Whether the pixel data ends where the file does, encapsulated pixel data with its delimiter. */
    private boolean isWhole() throws IOException {
        if (!head.isOpen()) {
            return head.end() == window.size();
        }
        long end = window.size() - 8;
        return end >= head.value() + 8
                && head.read(window, end, true)
                && head.tag() == Tag.SEQUENCE_DELIMITATION
                && head.length() == 0;
    }

    /** Steps through the sequence at hand: on odd levels between items, on even ones within an item. */
    private long afterItems(boolean explicit) throws IOException {
        int level = 1;
        long position = head.value();
        ends[0] = window.size();
        if (!enter(level)) {
            return NONE;
        }
        while (level > 0) {
            if (position == ends[level] && !open[level]) {
                level--;
                continue;
            }
            if (position >= ends[level] || !head.read(window, position, explicit)) {
                return NONE;
            }
            int tag = head.tag();
            position = head.value();
            boolean between = level % 2 == 1;
            boolean delimiter = Tag.group(tag) == 0xFFFE;
            if (open[level] && tag == (between ? Tag.SEQUENCE_DELIMITATION : Tag.ITEM_DELIMITATION)) {
                level--;
            } else if (between ? tag == Tag.ITEM : !delimiter && head.vr() == Vr.SQ) {
                level++;
                if (!enter(level)) {
                    return NONE;
                }
            } else if (between || delimiter || head.isOpen()) {
                return NONE;
            } else {
                position = head.end();
            }
        }
        return position;
    }

    /** Notes where the sequence or item at hand ends: an open one at the latest where what is around it does. */
    private boolean enter(int level) {
        if (level == MOST_LEVELS) {
            return false;
        }
        open[level] = head.isOpen();
        ends[level] = open[level] ? ends[level - 1] : head.end();
        return ends[level] <= ends[level - 1];
    }
}

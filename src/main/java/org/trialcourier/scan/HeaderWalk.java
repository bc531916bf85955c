// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.Dictionary;
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
    private static final long UNDEFINED = 0xFFFF_FFFFL;
    private static final long NONE = -1;

    private final int[] wanted = InstanceReader.wanted();
    private final Window window = new Window();
    private final Picked picked = new Picked();
    private final long[] ends = new long[MOST_LEVELS];
    private final boolean[] open = new boolean[MOST_LEVELS];
    private String transferSyntax = "";
    /** Where the pixel data of the file before began; the next one is probably alike. */
    private int expected = Integer.MAX_VALUE;

    // The header of the element at hand.
    private int tag;
    private Vr vr = Vr.UN;
    private long length;
    private long value;

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
        TransferSyntax syntax = TransferSyntax.of(transferSyntax).orElse(null);
        if (start == NONE || syntax == null || syntax.bigEndian() || syntax.deflated()) {
            return null;
        }
        return data(start, syntax) ? picked : null;
    }

    /** The transfer syntax of the file walked through last. */
    String transferSyntax() {
        return transferSyntax;
    }

    /** Reads the file meta information; gives where the data set begins. */
    private long meta() throws IOException {
        transferSyntax = "";
        if (!window.has(128, 4) || window.int32(128) != ('D' | 'I' << 8 | 'C' << 16 | 'M' << 24)) {
            return NONE;
        }
        long position = 132;
        while (window.has(position, 8)) {
            if (Tag.group(window.tag(position)) != 2) {
                return position;
            }
            if (!header(position, true) || length > LONGEST || !window.has(value, (int) length)) {
                return NONE;
            }
            if (tag == Tag.MEDIA_STORAGE_SOP_CLASS_UID
                    && window.text(value, (int) length).endsWith(".1.3.10")) {
                return NONE;
            }
            if (tag == Tag.TRANSFER_SYNTAX_UID) {
                transferSyntax = window.text(value, (int) length);
            }
            position = value + length;
        }
        return NONE;
    }

    private boolean data(long start, TransferSyntax syntax) throws IOException {
        long position = start;
        int last = 0;
        int next = 0;
        while (header(position, syntax.explicitVr())) {
            if (Integer.compareUnsigned(tag, last) <= 0) {
                return false;
            }
            last = tag;
            if (Integer.compareUnsigned(tag, Tag.PIXEL_DATA) >= 0) {
                expected = (int) Math.min(value, Integer.MAX_VALUE);
                return tag == Tag.PIXEL_DATA && isWhole();
            }
            if (tag == Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE || length != UNDEFINED && length > window.size() - value) {
                return false;
            }
            if (vr == Vr.SQ) {
                position = afterItems(syntax.explicitVr());
                if (position == NONE) {
                    return false;
                }
                continue;
            }
            if (length == UNDEFINED) {
                return false;
            }
            while (next < wanted.length && wanted[next] < tag) {
                next++;
            }
            if (next < wanted.length && wanted[next] == tag && length > 0 && !pick()) {
                return false;
            }
            position = value + length;
        }
        return false;
    }

    private boolean pick() throws IOException {
        return length <= LONGEST
                && window.has(value, (int) length)
                && picked.add(tag, vr, window.bytes(), window.at(value), (int) length);
    }

    /** Whether the pixel data ends where the file does, encapsulated pixel data with its delimiter. */
    private boolean isWhole() throws IOException {
        if (length != UNDEFINED) {
            return value + length == window.size();
        }
        long end = window.size() - 8;
        return end >= value + 8
                && window.has(end, 8)
                && window.tag(end) == Tag.SEQUENCE_DELIMITATION
                && window.int32(end + 4) == 0;
    }

    /** Steps through the sequence at hand: on odd levels between items, on even ones within an item. */
    private long afterItems(boolean explicit) throws IOException {
        int level = 1;
        long position = value;
        ends[0] = window.size();
        if (!enter(level)) {
            return NONE;
        }
        while (level > 0) {
            if (position == ends[level] && !open[level]) {
                level--;
                continue;
            }
            if (position >= ends[level] || !header(position, explicit)) {
                return NONE;
            }
            position = value;
            boolean between = level % 2 == 1;
            boolean delimiter = Tag.group(tag) == 0xFFFE;
            if (open[level] && tag == (between ? Tag.SEQUENCE_DELIMITATION : Tag.ITEM_DELIMITATION)) {
                level--;
            } else if (between ? tag == Tag.ITEM : !delimiter && vr == Vr.SQ) {
                level++;
                if (!enter(level)) {
                    return NONE;
                }
            } else if (between || delimiter || length == UNDEFINED) {
                return NONE;
            } else {
                position += length;
            }
        }
        return position;
    }

    /** Notes where the sequence or item at hand ends: an open one at the latest where what is around it does. */
    private boolean enter(int level) {
        if (level == MOST_LEVELS) {
            return false;
        }
        open[level] = length == UNDEFINED;
        ends[level] = open[level] ? ends[level - 1] : value + length;
        return ends[level] <= ends[level - 1];
    }

    private boolean header(long position, boolean explicit) throws IOException {
        if (!window.has(position, 8)) {
            return false;
        }
        tag = window.tag(position);
        value = position + 8;
        if (Tag.group(tag) == 0xFFFE) {
            length = window.int32(position + 4) & UNDEFINED;
            return true;
        }
        if (!explicit) {
            length = window.int32(position + 4) & UNDEFINED;
            vr = Dictionary.standard().vrOf(tag);
            return true;
        }
        Vr named = Vr.of(window.int8(position + 4), window.int8(position + 5));
        if (named == null) {
            return false;
        }
        vr = named;
        if (!named.isLong()) {
            length = window.int16(position + 6);
            return true;
        }
        if (!window.has(position, 12)) {
            return false;
        }
        length = window.int32(position + 8) & UNDEFINED;
        value = position + 12;
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;
import org.trialcourier.scan.Instance.Numbering;
import org.trialcourier.scan.Instance.Position;

/**
 * Values picked from one header: those that a series has in common as one run of bytes, to be recognised without
 * looking into them, and those of the instance alone.
 */
final class Picked {
    private final Run common = new Run();
    private final Run own = new Run();

    // What is the instance's own, as far as it is written in the usual way.
    private @Nullable String uid;
    private long frames;
    private long instance;
    private long acquisition;
    private long temporal;
    private long echo;
    private @Nullable Position position;
    private boolean usual;

    /** Equal bytes are equal values. */
    record Key(byte[] bytes, String transferSyntax, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && transferSyntax.equals(key.transferSyntax)
                    && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        /** Whether these are the values picked at the moment. */
        boolean fits(Picked picked, String syntax) {
            return picked.common.equalTo(bytes) && transferSyntax.equals(syntax);
        }
    }

    void clear() {
        common.clear();
        own.clear();
        uid = "";
        frames = Numbering.UNKNOWN;
        instance = Numbering.UNKNOWN;
        acquisition = Numbering.UNKNOWN;
        temporal = Numbering.UNKNOWN;
        echo = Numbering.UNKNOWN;
        position = null;
        usual = true;
    }

    /** Takes a value out of a buffer. */
    void add(int tag, Vr vr, byte[] buffer, int from, int count) {
        switch (tag) {
            case Tag.SOP_INSTANCE_UID -> uid = usual(vr == Vr.UI) ? PlainText.text(buffer, from, count) : null;
            case Tag.NUMBER_OF_FRAMES -> frames = number(vr, buffer, from, count);
            case Tag.INSTANCE_NUMBER -> instance = number(vr, buffer, from, count);
            case Tag.ACQUISITION_NUMBER -> acquisition = number(vr, buffer, from, count);
            case Tag.TEMPORAL_POSITION_IDENTIFIER -> temporal = number(vr, buffer, from, count);
            case Tag.ECHO_NUMBERS -> echo = number(vr, buffer, from, count);
            case Tag.IMAGE_POSITION_PATIENT -> position = usual(vr == Vr.DS) ? position(buffer, from, count) : null;
            default -> {
                common.add(tag, vr, buffer, from, count);
                return;
            }
        }
        own.add(tag, vr, buffer, from, count);
    }

    private boolean usual(boolean is) {
        usual &= is;
        return is;
    }

    private long number(Vr vr, byte[] buffer, int from, int count) {
        long number = usual(vr == Vr.IS) ? PlainText.integer(buffer, from, from + count) : PlainText.UNUSUAL;
        usual &= number != PlainText.UNUSUAL;
        return number;
    }

    private @Nullable Position position(byte[] buffer, int from, int count) {
        int end = from + count;
        int first = backslash(buffer, from, end);
        int second = backslash(buffer, Math.min(first + 1, end), end);
        double x = PlainText.decimal(buffer, from, first);
        double y = PlainText.decimal(buffer, Math.min(first + 1, end), second);
        double z = PlainText.decimal(buffer, Math.min(second + 1, end), end);
        return usual(!Double.isNaN(x + y + z)) ? new Position(x, y, z) : null;
    }

    private static int backslash(byte[] buffer, int from, int end) {
        int at = from;
        while (at < end && buffer[at] != '\\') {
            at++;
        }
        return at;
    }

    /** The bytes in common. */
    Key key(String transferSyntax) {
        byte[] bytes = common.bytes();
        return new Key(bytes, transferSyntax, Arrays.hashCode(bytes));
    }

    /** The values in common as a data set. */
    DataSet common() {
        return common.data();
    }

    /** The values of the instance alone. */
    Own own() {
        String plain = uid;
        if (!usual || plain == null) {
            return Own.of(own.data());
        }
        Numbering number = new Numbering((int) instance, (int) acquisition, (int) temporal, (int) echo);
        return new Own(plain, (int) frames, number, position);
    }

    /** Elements one after the other, without looking into them. */
    private static final class Run {
        private static final Vr[] VRS = Vr.values();
        private static final int HEAD = 7;

        private byte[] bytes = new byte[2048];
        private int length;

        void clear() {
            length = 0;
        }

        void add(int tag, Vr vr, byte[] buffer, int from, int count) {
            if (length + count + HEAD > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length + count);
            }
            bytes[length] = (byte) (tag >>> 24);
            bytes[length + 1] = (byte) (tag >>> 16);
            bytes[length + 2] = (byte) (tag >>> 8);
            bytes[length + 3] = (byte) tag;
            bytes[length + 4] = (byte) vr.ordinal();
            bytes[length + 5] = (byte) (count >>> 8);
            bytes[length + 6] = (byte) count;
            System.arraycopy(buffer, from, bytes, length + HEAD, count);
            length += HEAD + count;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }

        boolean equalTo(byte[] others) {
            return Arrays.equals(bytes, 0, length, others, 0, others.length);
        }

        DataSet data() {
            DataSet data = new DataSet();
            for (int at = 0; at < length; ) {
                int tag = (bytes[at] & 0xFF) << 24
                        | (bytes[at + 1] & 0xFF) << 16
                        | (bytes[at + 2] & 0xFF) << 8
                        | bytes[at + 3] & 0xFF;
                int count = (bytes[at + 5] & 0xFF) << 8 | bytes[at + 6] & 0xFF;
                data.putBytes(tag, VRS[bytes[at + 4]], Arrays.copyOfRange(bytes, at + HEAD, at + HEAD + count));
                at += HEAD + count;
            }
            return data;
        }
    }
}

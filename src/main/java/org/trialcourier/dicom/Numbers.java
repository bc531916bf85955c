// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Binary numbers of values, little endian, to and from text and Java's numbers. */
final class Numbers {
    private Numbers() {}

    /** Each number as decimal text; AT as {@code (gggg,eeee)}; a rest shorter than one number is left out. */
    static List<String> texts(Vr vr, byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int size = vr == Vr.AT ? 4 : vr.unit();
        List<String> texts = new ArrayList<>(data.length / size);
        for (int at = 0; at + size <= data.length; at += size) {
            texts.add(
                    switch (vr) {
                        case AT -> Tag.format((in.getShort(at) & 0xFFFF) << 16 | in.getShort(at + 2) & 0xFFFF);
                        case FL, OF -> Float.toString(in.getFloat(at));
                        case FD, OD -> Double.toString(in.getDouble(at));
                        case US, OW -> Integer.toString(in.getShort(at) & 0xFFFF);
                        case SS -> Short.toString(in.getShort(at));
                        case UL, OL -> Integer.toUnsignedString(in.getInt(at));
                        case SL -> Integer.toString(in.getInt(at));
                        case UV, OV -> Long.toUnsignedString(in.getLong(at));
                        case SV -> Long.toString(in.getLong(at));
                        default -> Integer.toString(data[at] & 0xFF);
                    });
        }
        return texts;
    }

    /** A number given as text, or NaN. */
    static double parse(String text) {
        int length = text.length();
        if (length == 0) {
            return Double.NaN;
        }
        if (length < 10) {
            int number = 0;
            int at = text.charAt(0) == '-' && length > 1 ? 1 : 0;
            while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                number = 10 * number + text.charAt(at++) - '0';
            }
            if (at == length) {
                return text.charAt(0) == '-' ? -number : number;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Writes numbers given as texts. */
    static byte[] bytes(Vr vr, List<String> texts) {
        int size = vr == Vr.AT ? 4 : vr.unit();
        ByteBuffer out = ByteBuffer.allocate(size * texts.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (String text : texts) {
            String number = text.strip();
            switch (vr) {
                case AT -> {
                    int tag = Tag.parse(number).orElseThrow(() -> new NumberFormatException("not a tag"));
                    out.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
                }
                case FL, OF -> out.putFloat(Float.parseFloat(number));
                case FD, OD -> out.putDouble(Double.parseDouble(number));
                case US, SS, OW -> out.putShort((short) Integer.parseInt(number));
                case UL, SL, OL -> out.putInt((int) Long.parseLong(number));
                case UV, OV -> out.putLong(Long.parseUnsignedLong(number));
                case SV -> out.putLong(Long.parseLong(number));
                default -> out.put((byte) Integer.parseInt(number));
            }
        }
        return out.array();
    }
}

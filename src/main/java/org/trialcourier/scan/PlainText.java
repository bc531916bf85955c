// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.scan;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values as nearly all files have them, read straight from their bytes; for anything unusual there is no answer. */
final class PlainText {
    /** No answer: the value is not written in the usual way. */
    static final long UNUSUAL = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private PlainText() {}

    /** A single value in printable ASCII without padding, or null. */
    static @Nullable String text(byte[] bytes, int from, int count) {
        int end = end(bytes, from, from + count);
        for (int i = from; i < end; i++) {
            if (bytes[i] <= ' ' || bytes[i] == '\\' || bytes[i] == 0x7F) {
                return null;
            }
        }
        return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /** A single whole number of up to nine digits. */
    static long integer(byte[] bytes, int from, int to) {
        int end = end(bytes, from, to);
        int start = start(bytes, from, end);
        int at = start < end && bytes[start] == '-' ? start + 1 : start;
        if (at == end || end - at > 9) {
            return UNUSUAL;
        }
        long number = 0;
        for (int i = at; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return UNUSUAL;
            }
            number = 10 * number + digit;
        }
        return at == start ? number : -number;
    }

    /** A decimal number without exponent, or NaN. Up to 15 digits the quotient of two exact numbers is exact. */
    static double decimal(byte[] bytes, int from, int to) {
        int end = end(bytes, from, to);
        int start = start(bytes, from, end);
        boolean negative = start < end && bytes[start] == '-';
        long number = 0;
        int digits = 0;
        int point = -1;
        for (int i = negative ? start + 1 : start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (bytes[i] == '.' && point < 0) {
                point = digits;
            } else if (digit < 0 || digit > 9 || digits++ == MOST_DIGITS) {
                return Double.NaN;
            } else {
                number = 10 * number + digit;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (point < 0) {
            return negative ? -number : number;
        }
        double value = number / POWERS[digits - point];
        return negative ? -value : value;
    }

    private static int start(byte[] bytes, int from, int end) {
        int start = from;
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        return start;
    }

    private static int end(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return end;
    }
}

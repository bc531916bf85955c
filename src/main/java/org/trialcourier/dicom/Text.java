// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text of values: taken apart at backslashes, without padding, and put together again (PS3.5 6.2, 6.4). */
final class Text {
    private static final DicomCharset LENIENT = DicomCharset.ASCII;

    private Text() {}

    /** The values of a text element; an empty one has none. */
    static List<String> values(Vr vr, byte[] data, DicomCharset charset) {
        String whole = decode(vr, data, charset);
        if (!vr.isMultiple()) {
            String text = trimEnd(whole);
            return text.isEmpty() ? List.of() : List.of(text);
        }
        if (whole.indexOf('\\') < 0) {
            String text = trim(vr, whole);
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int end = whole.indexOf('\\'); end >= 0; end = whole.indexOf('\\', start)) {
            values.add(trim(vr, whole.substring(start, end)));
            start = end + 1;
        }
        values.add(trim(vr, whole.substring(start)));
        return values;
    }

    /** All characters of a text element, with delimiters and padding. */
    static String decode(Vr vr, byte[] data, DicomCharset charset) {
        return (vr.usesCharset() ? charset : LENIENT).decode(data);
    }

    /** The bytes of a text element, of even length. */
    static byte[] bytes(Vr vr, List<String> values, DicomCharset charset) {
        return bytes(vr, String.join("\\", values), charset);
    }

    /** The bytes of text with its delimiters, of even length. */
    static byte[] bytes(Vr vr, String whole, DicomCharset charset) {
        byte[] data = vr.usesCharset() ? charset.encode(whole) : whole.getBytes(StandardCharsets.US_ASCII);
        if (data.length % 2 == 0) {
            return data;
        }
        byte[] even = Arrays.copyOf(data, data.length + 1);
        even[data.length] = vr.padding();
        return even;
    }

    private static String trim(Vr vr, String text) {
        String end = trimEnd(text);
        if (vr == Vr.UC) {
            return end;
        }
        int start = 0;
        while (start < end.length() && end.charAt(start) == ' ') {
            start++;
        }
        return end.substring(start);
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }
}
